package org.tenon.records.templates;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.parameter.Parameter;
import org.tenon.sdk.parameter.ParameterContribution;

/** What every template may name besides the record's fields. */
@Component
public final class PrintParameters implements ParameterContribution {

    static final String COMPANY = "records.companyName";
    static final String FOOTER = "records.printFooter";

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.text(COMPANY, "", 120), Parameter.text(FOOTER, "", 400));
    }
}
