package org.tenon.records.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tenon.persistence.DbKind;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.conditions.Condition.All;
import org.tenon.sdk.conditions.Condition.Any;
import org.tenon.sdk.conditions.Condition.Compare;
import org.tenon.sdk.conditions.Condition.Empty;
import org.tenon.sdk.conditions.Condition.In;
import org.tenon.sdk.conditions.Condition.Not;
import org.tenon.sdk.conditions.Condition.Through;
import org.tenon.sdk.conditions.Operator;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/**
 * Conditions as SQL over a record's table, alias {@code r}. Tests are true or false there too: what is negated is negated down to the single
 * test, which then includes empty columns.
 */
final class ConditionSql {

    /** Of ids as text, five bits each. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final DbKind kind;
    private final RecordModel model;
    private final Asking asking;
    private final boolean deleted;

    /** @param deleted of records in the recycle bin */
    ConditionSql(DbKind kind, RecordModel model, Asking asking, boolean deleted) {
        this.kind = kind;
        this.model = model;
        this.asking = asking;
        this.deleted = deleted;
    }

    Sql of(Condition condition) {
        return of(condition, false);
    }

    private Sql of(Condition condition, boolean negated) {
        if (condition instanceof All all) {
            return parts(all.parts(), negated ? " OR " : " AND ", negated);
        }
        if (condition instanceof Any any) {
            return parts(any.parts(), negated ? " AND " : " OR ", negated);
        }
        if (condition instanceof Not not) {
            return of(not.part(), !negated);
        }
        if (condition instanceof Empty empty) {
            FieldModel field = model.require(empty.field().name());
            if (field.custom()) {
                return side(field, new Sql(), !negated);
            }
            return new Sql().add(column(empty.field())).add(negated ? " IS NOT NULL" : " IS NULL");
        }
        if (condition instanceof In in) {
            return in.field().type().multiple() ? has(in.field(), in.values(), negated) : in(in, negated);
        }
        if (condition instanceof Through through) {
            return through(through, negated);
        }
        return compare((Compare) condition, negated);
    }

    private Sql parts(List<Condition> parts, String between, boolean negated) {
        if (parts.isEmpty()) {
            return new Sql().add(between.equals(" AND ") ? "1 = 1" : "1 = 0");
        }
        Sql sql = new Sql();
        String separator = "(";
        for (Condition part : parts) {
            sql.add(separator).add(of(part, negated));
            separator = between;
        }
        return sql.add(")");
    }

    private Sql in(In in, boolean negated) {
        if (in.values().isEmpty()) {
            return new Sql().add(negated ? "1 = 1" : "1 = 0");
        }
        FieldModel field = model.require(in.field().name());
        if (field.custom() && field.type() != FieldType.MONEY) {
            return side(field, among("v.", in), negated);
        }
        if (field.secondColumn() != null || field.custom()) {
            List<Condition> each = new ArrayList<>();
            in.values().forEach(value -> each.add(new Compare(in.field(), Operator.EQUAL, value)));
            return of(new Any(each), negated);
        }
        return among(column(in.field()), in.values(), negated);
    }

    private Sql compare(Compare test, boolean negated) {
        FieldInfo field = test.field();
        if (test.operator() == Operator.CONTAINS) {
            return ids(asking.looking().holding(model.name(), field, (String) test.value(), deleted, negated), negated);
        }
        FieldModel known = model.require(field.name());
        if (known.custom() && test.operator() != Operator.HAS) {
            return side(known, match(known, "v.", test), negated);
        }
        String column = column(field);
        switch (test.operator()) {
            case HAS:
                return has(test.field(), List.of(test.value()), negated);
            case STARTS_WITH:
                return orEmpty(negated, column, Prefix.starts(kind, column, (String) test.value()));
            case WITHIN:
                return field.type() == FieldType.REGION ? orEmpty(negated, column, Prefix.starts(kind, column, (String) test.value()))
                        : among(column, asking.below((Long) test.value()), negated);
            default:
                break;
        }
        if (test.value() instanceof Money money) {
            Sql match = new Sql().add(column).add(sign(test.operator())).bind(money.amount()).add(" AND ").add(second(field)).add(" = ").bind(money.currency());
            return orEmpty(negated, column, match);
        }
        if (test.value() instanceof RecordRef ref) {
            Sql match = new Sql().add(column).add(" = ").bind(ref.target()).add(" AND ").add(second(field)).add(" = ").bind(ref.type());
            return orEmpty(negated, column, match);
        }
        Object value = test.value() instanceof BigDecimal number ? number.setScale(4) : test.value();
        return orEmpty(negated, column, new Sql().add(column).add(sign(test.operator())).bind(value));
    }

    /** The records with these ids, or all but them. */
    static Sql ids(List<Long> ids, boolean negated) {
        return ids.isEmpty() ? new Sql().add(negated ? "1 = 1" : "1 = 0") : new Sql().add(negated ? "r.id NOT IN " : "r.id IN ").list(Binds.padded(ids));
    }

    /** Members of fields of several values lie in {@code records_value}, with their pieces as text. */
    private Sql has(FieldInfo field, List<Object> members, boolean negated) {
        if (members.isEmpty()) {
            return new Sql().add(negated ? "1 = 1" : "1 = 0");
        }
        return valued(field.name(), new Sql().add(" AND v.str_val").add(member(members)), negated);
    }

    /** The inner query has an {@code r} of its own; what it must find of the outer one stands beside it, not in it. */
    private Sql through(Through through, boolean negated) {
        FieldModel field = model.require(through.field().name());
        if (field.custom()) {
            return side(field, among("v.", through), negated);
        }
        String column = column(through.field());
        Sql found = found(through, "r.id");
        return negated ? new Sql().add("NOT EXISTS (SELECT 1 FROM (").add(found).add(") t WHERE t.id = ").add(column).add(")")
                : new Sql().add(column).add(" IN (").add(found).add(")");
    }

    /** The records referred to that fulfil it. @param what is asked of them, alias {@code r} */
    private Sql found(Through through, String what) {
        RecordModel referred = asking.model(through.type().name());
        return new Sql().add("SELECT ").add(what).add(" FROM ").add(referred.info().table()).add(" r WHERE ").add(asking.readable(referred)).add(" AND ")
                .add(asking.sql(referred).of(through.part()));
    }

    private Sql among(String alias, Through through) {
        return new Sql().add(" AND ").add(alias).add("str_val IN (").add(found(through, idText("r.id"))).add(")");
    }

    /** An id as its 13 characters, as {@link RecordId#text} writes them: so custom fields hold it. */
    private static String idText(String id) {
        StringBuilder text = new StringBuilder();
        for (int digit = 12; digit >= 0; digit--) {
            text.append(digit == 12 ? "" : " || ").append("SUBSTR('").append(DIGITS).append("', CAST(MOD(").append(id).append(" / ")
                    .append(1L << 5 * digit).append(", 32) AS INTEGER) + 1, 1)");
        }
        return text.toString();
    }

    /** Whether a value of a custom field fulfils the match lies in {@code records_value}; only fields marked for it are there. */
    private Sql side(FieldModel field, Sql match, boolean negated) {
        indexed(field);
        return valued(field.name(), match, negated);
    }

    /**
     * Both databases are told to look the record's value up: by themselves they gather everyone's values that match for each page. PostgreSQL makes no join
     * of a query with an offset.
     */
    private Sql valued(String field, Sql match, boolean negated) {
        String looked = kind == DbKind.DERBY ? " --DERBY-PROPERTIES constraint=RECORDS_VALUE_PK, joinStrategy=NESTEDLOOP\n" : "";
        return new Sql().add(negated ? "NOT EXISTS (" : "EXISTS (").add("SELECT 1 FROM records_value v").add(looked).add(" WHERE v.record_type = ").bind(model.name())
                .add(" AND v.record_id = r.id AND v.field_key = ").bind(field).add(match).add(kind == DbKind.POSTGRESQL ? " OFFSET 0)" : ")");
    }

    private Sql among(String alias, In in) {
        FieldModel field = model.require(in.field().name());
        List<Object> values = in.values().stream().map(value -> SideColumns.value(field, value)).toList();
        return new Sql().add(" AND ").add(alias).add(SideColumns.of(field.type())).add(" IN ").list(Binds.padded(values));
    }

    private Sql match(FieldModel field, String alias, Compare test) {
        String column = alias + SideColumns.of(field.type());
        Sql sql = new Sql().add(" AND ");
        if (test.operator() == Operator.STARTS_WITH) {
            return sql.add(Prefix.starts(kind, column, (String) test.value()));
        }
        if (test.operator() == Operator.WITHIN) {
            List<Object> ids = asking.below((Long) test.value()).stream().<Object>map(RecordId::text).toList();
            return sql.add(column).add(" IN ").list(Binds.padded(ids));
        }
        sql.add(column).add(sign(test.operator())).bind(SideColumns.value(field, test.value()));
        return test.value() instanceof Money money ? sql.add(" AND ").add(alias).add("str_val = ").bind(money.currency()) : sql;
    }

    private static void indexed(FieldModel field) {
        if (!field.info().filter() && !field.type().multiple()) {
            throw TenonException.invalid(field.name(), "filter", "lists cannot be filtered by " + field.name());
        }
    }

    /** True for a test on {@code records_value} that few of its rows may fulfil, which {@link #holders} can tell. */
    boolean holdable(Condition condition) {
        if (condition instanceof Compare compare) {
            return compare.operator() == Operator.HAS || compare.operator() != Operator.CONTAINS && model.require(compare.field().name()).custom();
        }
        return condition instanceof In in && !in.values().isEmpty() && (in.field().type().multiple()
                || model.require(in.field().name()).custom() && in.field().type() != FieldType.MONEY);
    }

    /** The ids of the records with a value that fulfils the test, column {@code record_id}, each once. */
    Sql holders(Condition condition) {
        return values(condition, held(condition).type().multiple() ? "DISTINCT " : "");
    }

    /** As {@link #holders}, but a record may come once for each of its values. */
    Sql values(Condition condition) {
        return values(condition, "");
    }

    private Sql values(Condition condition, String distinct) {
        FieldModel field = held(condition);
        Sql sql = new Sql().add("SELECT ").add(distinct).add("x.record_id FROM records_value x WHERE x.record_type = ").bind(model.name())
                .add(" AND x.field_key = ").bind(field.name());
        if (field.type().multiple()) {
            return sql.add(" AND x.str_val").add(member(condition instanceof In in ? in.values() : List.of(((Compare) condition).value())));
        }
        indexed(field);
        return sql.add(condition instanceof In in ? among("x.", in) : match(field, "x.", (Compare) condition));
    }

    private FieldModel held(Condition test) {
        return model.require(test.fields().iterator().next());
    }

    /** {@code = ?} or {@code IN (…)}. @param members not empty */
    private static Sql member(List<Object> members) {
        return members.size() == 1 ? new Sql().add(" = ").bind(text(members.get(0)))
                : new Sql().add(" IN ").list(Binds.padded(members.stream().map(ConditionSql::text).toList()));
    }

    private static String text(Object member) {
        return member instanceof Long id ? RecordId.text(id) : (String) member;
    }

    private static Sql among(String column, Collection<?> values, boolean negated) {
        Sql sql = new Sql().add(negated ? "(" : "").add(column).add(negated ? " NOT IN " : " IN ").list(values);
        return negated ? sql.add(" OR ").add(column).add(" IS NULL)") : sql;
    }

    private static Sql orEmpty(boolean negated, String column, Sql match) {
        return negated ? new Sql().add("(").add(column).add(" IS NULL OR NOT (").add(match).add("))") : new Sql().add("(").add(match).add(")");
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            default -> " = ";
        };
    }

    private static String column(FieldInfo field) {
        return "r." + field.column();
    }

    private String second(FieldInfo field) {
        return "r." + model.require(field.name()).secondColumn();
    }
}
