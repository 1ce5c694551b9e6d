package org.tenon.sdk.lint.bundle;

import java.util.List;
import java.util.Map;

/**
 * A declarative-services component as its XML describes it.
 *
 * @param implementation name of its class
 * @param provides       names of the service interfaces
 * @param requires       names of the service interfaces it cannot do without
 * @param properties     name to value, several values of one property separated by line ends
 */
public record Component(String name, String implementation, List<String> provides, List<String> requires, Map<String, String> properties) {

    public Component {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        properties = Map.copyOf(properties);
    }

    /** Whether it offers a service of this simple name out of the SDK, such as {@code MenuContribution}. */
    public boolean offers(String simpleName) {
        return provides.stream().anyMatch(service -> service.startsWith("org.tenon.sdk.") && service.endsWith("." + simpleName));
    }
}
