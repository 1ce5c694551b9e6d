package org.tenon.records.imports;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.parameter.Parameter;
import org.tenon.sdk.parameter.ParameterContribution;

/** What administrators decide about imports. */
@Component
public final class ImportParameters implements ParameterContribution {

    /** How long it is known what became of an import's rows; after that it can no longer be taken back. */
    static final String KEEP_DAYS = "records.importKeepDays";

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number(KEEP_DAYS, 180, 1, 3_650));
    }
}
