package org.tenon.records.write;

import java.util.Map;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.sdk.identity.Caller;

/** Says why someone may do what with a record; JSON-ready, the shape of {@code GET …/{id}/access} in docs/rest.md. */
public interface AccessAnswers {

    /** Of the present caller. */
    Map<String, Object> of(RecordModel model, Row row);

    /** Of another member, in the language of the caller. @throws org.tenon.sdk.TenonException FORBIDDEN unless they hold {@code identity:manage} */
    Map<String, Object> of(RecordModel model, Row row, long member, Caller caller);
}
