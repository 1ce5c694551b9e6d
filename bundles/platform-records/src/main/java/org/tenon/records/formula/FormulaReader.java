package org.tenon.records.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldType;

/** Reads a formula from parsed JSON and works out the types in it. For one formula. */
final class FormulaReader {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 200;

    private final Function<String, Optional<FieldType>> types;
    private final Set<String> fields = new LinkedHashSet<>();
    private int parts;

    FormulaReader(Function<String, Optional<FieldType>> types) {
        this.types = types;
    }

    /** The fields it reads. */
    Set<String> fields() {
        return fields;
    }

    Node read(@Nullable Object json, int depth) {
        if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
            throw new FormulaException("it is deeper than " + MAX_DEPTH + " levels or has more than " + MAX_PARTS + " parts");
        }
        if (json == null) {
            return new Node(Kind.NOTHING, values -> null);
        }
        if (json instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> entry = map.entrySet().iterator().next();
            String operator = String.valueOf(entry.getKey());
            return operator.equals("var") ? field(String.valueOf(entry.getValue())) : operation(operator, operands(entry.getValue(), depth));
        }
        return literal(json);
    }

    private static Node literal(Object json) {
        if (json instanceof Boolean truth) {
            return new Node(Kind.TRUTH, values -> truth);
        }
        if (json instanceof BigDecimal || json instanceof Integer || json instanceof Long || json instanceof Double) {
            BigDecimal number = new BigDecimal(json.toString());
            return new Node(Kind.NUMBER, values -> number);
        }
        if (json instanceof String text && text.length() <= 500) {
            return new Node(Kind.TEXT, values -> text);
        }
        throw new FormulaException("a part is a value, {\"var\":\"<field>\"} or an object with one operator");
    }

    private Node field(String name) {
        Kind kind = Kind.of(name, types.apply(name).orElseThrow(() -> new FormulaException("there is no field " + name)));
        fields.add(name);
        return new Node(kind, values -> values.apply(name));
    }

    private List<Node> operands(@Nullable Object json, int depth) {
        List<?> given = json instanceof List<?> list ? list : java.util.Collections.singletonList(json);
        List<Node> operands = new ArrayList<>(given.size());
        given.forEach(each -> operands.add(read(each, depth + 1)));
        return operands;
    }

    private static Node operation(String name, List<Node> of) {
        switch (name) {
            case "+", "-", "*", "min", "max":
                demand(name, of, Kind.NUMBER, 1, 50);
                return name.equals("-") && of.size() == 1 ? new Node(Kind.NUMBER, values -> of.get(0).value(values) instanceof BigDecimal number ? number.negate() : null)
                        : new Node(Kind.NUMBER, values -> Functions.reduce(all(of, values), Functions.ARITHMETIC.get(name)));
            case "/":
                demand(name, of, Kind.NUMBER, 2, 2);
                return new Node(Kind.NUMBER, values -> Functions.divide(all(of, values)));
            case "abs":
                demand(name, of, Kind.NUMBER, 1, 1);
                return new Node(Kind.NUMBER, values -> of.get(0).value(values) instanceof BigDecimal number ? number.abs() : null);
            case "round":
                demand(name, of, Kind.NUMBER, 2, 2);
                return new Node(Kind.NUMBER, values -> Functions.round(of.get(0).value(values), of.get(1).value(values)));
            case "cat":
                count(name, of, 1, 50);
                return new Node(Kind.TEXT, values -> Functions.concat(all(of, values)));
            case "length":
                demand(name, of, Kind.TEXT, 1, 1);
                return new Node(Kind.NUMBER, values -> of.get(0).value(values) instanceof String text ? BigDecimal.valueOf(text.codePointCount(0, text.length())) : null);
            case "upper", "lower":
                demand(name, of, Kind.TEXT, 1, 1);
                return new Node(Kind.TEXT, values -> Functions.letters(of.get(0).value(values), name.equals("upper")));
            default:
                return dated(name, of);
        }
    }

    private static Node dated(String name, List<Node> of) {
        switch (name) {
            case "days":
                count(name, of, 2, 2);
                of.forEach(each -> dates(name, each));
                return new Node(Kind.NUMBER, values -> Functions.days(of.get(0).value(values), of.get(1).value(values)));
            case "addDays":
                count(name, of, 2, 2);
                dates(name, of.get(0));
                fits(name, of.get(1), Kind.NUMBER);
                return new Node(of.get(0).kind(), values -> Functions.addDays(of.get(0).value(values), of.get(1).value(values)));
            case "year", "month":
                count(name, of, 1, 1);
                dates(name, of.get(0));
                return new Node(Kind.NUMBER, values -> Functions.year(of.get(0).value(values), name.equals("month")));
            default:
                return tested(name, of);
        }
    }

    private static Node tested(String name, List<Node> of) {
        switch (name) {
            case "==", "!=", "<", "<=", ">", ">=":
                count(name, of, 2, 2);
                if (!of.get(0).kind().fits(of.get(1).kind()) && !of.get(1).kind().fits(of.get(0).kind())) {
                    throw new FormulaException(name + " compares values of two types");
                }
                return new Node(Kind.TRUTH, values -> compared(name, of.get(0).value(values), of.get(1).value(values)));
            case "and", "or":
                demand(name, of, Kind.TRUTH, 1, 50);
                return new Node(Kind.TRUTH, values -> name.equals("and") ? of.stream().allMatch(each -> Boolean.TRUE.equals(each.value(values)))
                        : of.stream().anyMatch(each -> Boolean.TRUE.equals(each.value(values))));
            case "!":
                demand(name, of, Kind.TRUTH, 1, 1);
                return new Node(Kind.TRUTH, values -> !Boolean.TRUE.equals(of.get(0).value(values)));
            case "empty":
                count(name, of, 1, 1);
                return new Node(Kind.TRUTH, values -> of.get(0).value(values) == null);
            case "if":
                return choice(of);
            default:
                throw new FormulaException("there is no operator " + name);
        }
    }

    private static Boolean compared(String name, @Nullable Object a, @Nullable Object b) {
        return switch (name) {
            case "==" -> Functions.same(a, b);
            case "!=" -> !Functions.same(a, b);
            default -> Functions.ordered(name, a, b);
        };
    }

    private static Node choice(List<Node> of) {
        if (of.size() < 3 || of.size() % 2 == 0) {
            throw new FormulaException("if takes a test and a value in turn, and last what else");
        }
        Kind kind = Kind.NOTHING;
        for (int i = 1; i < of.size(); i += i == of.size() - 2 ? 1 : 2) {
            Kind next = of.get(i).kind();
            if (!next.fits(kind) && kind != Kind.NOTHING) {
                throw new FormulaException("if has values of two types");
            }
            kind = kind == Kind.NOTHING ? next : kind;
        }
        for (int i = 0; i < of.size() - 1; i += 2) {
            fits("if", of.get(i), Kind.TRUTH);
        }
        return new Node(kind, values -> {
            for (int i = 0; i < of.size() - 1; i += 2) {
                if (Boolean.TRUE.equals(of.get(i).value(values))) {
                    return of.get(i + 1).value(values);
                }
            }
            return of.get(of.size() - 1).value(values);
        });
    }

    private static List<@Nullable Object> all(List<Node> nodes, Function<String, @Nullable Object> values) {
        List<@Nullable Object> all = new ArrayList<>(nodes.size());
        nodes.forEach(node -> all.add(node.value(values)));
        return all;
    }

    private static void demand(String name, List<Node> of, Kind kind, int least, int most) {
        count(name, of, least, most);
        of.forEach(each -> fits(name, each, kind));
    }

    private static void fits(String name, Node node, Kind kind) {
        if (!node.kind().fits(kind)) {
            throw new FormulaException(name + " needs a " + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static void dates(String name, Node node) {
        if (!node.kind().fits(Kind.DATE) && !node.kind().fits(Kind.INSTANT)) {
            throw new FormulaException(name + " needs a date");
        }
    }

    private static void count(String name, List<Node> of, int least, int most) {
        if (of.size() < least || of.size() > most) {
            throw new FormulaException(name + " takes " + (least == most ? String.valueOf(least) : least + " or more") + " operands");
        }
    }
}
