package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;

/** The forms of our own types, and stricter reading of plain ones. RecordPage and Timeline are records: nothing to say. */
final class TenonModule extends SimpleModule {

    TenonModule() {
        super("tenon");
        addSerializer(RecordView.class, writer((view, out) -> out.writePOJO(view.json())));
        addSerializer(RecordId.class, writer((id, out) -> out.writeString(id.toString())));
        addDeserializer(RecordId.class, new Texts<>(RecordId.class, RecordId::of));
        addSerializer(BigDecimal.class, writer((number, out) -> out.writeString(number.toPlainString())));
        addDeserializer(BigDecimal.class, new Decimals());
        addSerializer(LocalDateTime.class, writer((time, out) -> out.writeString(UtcTime.text(time))));
        addDeserializer(LocalDateTime.class, new Texts<>(LocalDateTime.class, UtcTime::of));
        addDeserializer(String.class, new Texts<>(String.class, text -> text));
        addDeserializer(Number.class, new Numbers());
    }

    private interface Form<T> {

        void write(T value, JsonGenerator out) throws IOException;
    }

    private static <T> JsonSerializer<T> writer(Form<T> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                form.write(value, out);
            }
        };
    }
}
