package org.tenon.records.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table written row by row; holds no more than a few hundred rows in memory. Closing ends the file, not the stream. */
public interface SheetWriter extends Closeable {

    void header(List<String> names) throws IOException;

    /** @param cells String, Long, BigDecimal, {@link org.tenon.sdk.record.Money}, Boolean, LocalDate, LocalTime, LocalDateTime, null for empty */
    void row(List<@Nullable Object> cells) throws IOException;
}
