package org.tenon.records.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A situation of {@code access/matrix.json}: what a role grants, whose the record is, how it is opened, and what then may be done with it. */
record MatrixRow(String name, String type, String scope, List<Long> named, String owner, Long department, String way, Long to, String access,
                 boolean expired, String on, boolean line, boolean unowned, String rights) {

    /** What a limit on a field makes of it. */
    record Limit(String access, String list, String asked, String written) {
    }

    @JsonIgnoreProperties({"departments", "rights"})
    record Matrix(List<MatrixRow> rows, List<Limit> limits) {
    }

    static Matrix all() {
        try (var file = MatrixRow.class.getResourceAsStream("/access/matrix.json")) {
            return new ObjectMapper().readValue(file, Matrix.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String typeName() {
        return type == null ? "sample.company" : type;
    }
}
