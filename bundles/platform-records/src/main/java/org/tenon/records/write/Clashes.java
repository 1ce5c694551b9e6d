package org.tenon.records.write;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenon.persistence.SqlErrors;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.text.Labels;

/** Turns what the database refuses at a flush into refusals people understand. */
final class Clashes {

    private static final Pattern CONSTRAINT = Pattern.compile("(?:unique constraint \"|identified by ')([^\"']+)");

    private Clashes() {
    }

    /** A TenonException for a broken UNIQUE constraint or a record changed meanwhile; else the failure itself. */
    static RuntimeException translate(RuntimeException failure, RecordModel model, Labels labels, Locale locale) {
        Optional<SQLException> unique = SqlErrors.find(failure, sql -> "23505".equals(sql.getSQLState()));
        if (unique.isPresent()) {
            return taken(String.valueOf(unique.get().getMessage()), model, labels, locale, failure);
        }
        boolean stale = failure instanceof OptimisticLockException || failure.getCause() instanceof OptimisticLockException;
        return stale && !SqlErrors.repeatable(failure) ? new TenonException(Kind.STALE, "the record was changed meanwhile", List.of(), Map.of(), failure)
                : failure;
    }

    /** The constraint is named {@code <table>_<column>…}: of the fields whose column it names, the one with the longest. */
    private static TenonException taken(String message, RecordModel model, Labels labels, Locale locale, RuntimeException failure) {
        Matcher matcher = CONSTRAINT.matcher(message);
        String constraint = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        String table = model.info().table() + "_";
        String rest = constraint.startsWith(table) ? "_" + constraint.substring(table.length()) + "_" : "";
        Optional<FieldModel> field = model.fields().values().stream().filter(each -> rest.contains("_" + each.column() + "_"))
                .max(Comparator.comparingInt(each -> each.column().length()));
        String text = labels.text("records", "problem.taken", locale);
        List<FieldError> errors = List.of(new FieldError(field.map(FieldModel::name).orElse(""), "taken", text));
        return new TenonException(Kind.CONFLICT, text, errors, Map.of(), failure);
    }
}
