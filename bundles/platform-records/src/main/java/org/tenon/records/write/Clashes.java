package org.tenon.records.write;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.openjpa.util.OpenJPAException;
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
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return taken(String.valueOf(sql.getMessage()), model, labels, locale, failure);
            }
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof OptimisticLockException || cause instanceof org.apache.openjpa.util.OptimisticException) {
                return new TenonException(Kind.STALE, "the record was changed meanwhile", List.of(), Map.of(), failure);
            }
        }
        return failure;
    }

    /** The constraint is named {@code <table>_<column>…}: of the fields whose column it names, the one with the longest. */
    private static TenonException taken(String message, RecordModel model, Labels labels, Locale locale, RuntimeException failure) {
        Matcher matcher = CONSTRAINT.matcher(message);
        String constraint = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        String table = model.info().table() + "_";
        String rest = constraint.startsWith(table) ? "_" + constraint.substring(table.length()) + "_" : "";
        Optional<FieldModel> field = model.fields().values().stream().filter(each -> rest.contains("_" + each.column() + "_"))
                .max(java.util.Comparator.comparingInt(each -> each.column().length()));
        String text = labels.text("records", "problem.taken", locale);
        List<FieldError> errors = List.of(new FieldError(field.map(FieldModel::name).orElse(""), "taken", text));
        return new TenonException(Kind.CONFLICT, text, errors, Map.of(), failure);
    }

    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> todo = new ArrayDeque<>(List.of(failure));
        while (!todo.isEmpty()) {
            Throwable next = todo.pop();
            if (!seen.add(next)) {
                continue;
            }
            Optional.ofNullable(next.getCause()).ifPresent(todo::push);
            if (next instanceof OpenJPAException nested) {
                for (Throwable inner : nested.getNestedThrowables()) {
                    todo.push(inner);
                }
            }
            if (next instanceof SQLException sql) {
                Optional.ofNullable(sql.getNextException()).ifPresent(todo::push);
            }
        }
        return seen;
    }
}
