package org.tenon.plugins.purge;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as lines of JSON: the first holds the columns' names, each further one the values of a row; times and decimals as text, bytes in Base64. */
final class RowLines {

    private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("\n");

    private RowLines() {
    }

    /** @return how many rows there were */
    static long write(ResultSet rows, OutputStream target) throws SQLException {
        try (JsonGenerator json = JSON.createGenerator(target, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            ResultSetMetaData columns = rows.getMetaData();
            json.writeStartArray();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                json.writeString(columns.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
            long count = 0;
            for (; rows.next(); count++) {
                json.writeStartArray();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    value(json, rows.getObject(i));
                }
                json.writeEndArray();
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException, SQLException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number && !(value instanceof BigDecimal)) {
            json.writeRawValue(number.toString());
        } else if (value instanceof byte[] bytes) {
            json.writeBinary(bytes);
        } else if (value instanceof java.sql.Clob text) {
            json.writeString(text.getSubString(1, (int) text.length()));
        } else if (value instanceof java.sql.Blob bytes) {
            json.writeBinary(bytes.getBytes(1, (int) bytes.length()));
        } else {
            json.writeString(value.toString());
        }
    }
}
