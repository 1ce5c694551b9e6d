package org.tenon.records.retention;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.parameter.Parameter;
import org.tenon.sdk.parameter.ParameterContribution;

/** For how many years changes are kept; 0, as it is until somebody sets it, for ever. */
@Component
public final class RetentionParameters implements ParameterContribution {

    static final String YEARS = "records.keepChangesYears";
    private static final int MOST = 100;

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number(YEARS, 0, 0, MOST));
    }
}
