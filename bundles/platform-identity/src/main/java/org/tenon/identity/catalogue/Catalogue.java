package org.tenon.identity.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;

/** What can be permitted, with labels, and what a caller holds of it. Safe for all threads. */
@Component(service = Catalogue.class)
public final class Catalogue {

    /** Actions every record type has. */
    public static final List<String> ACTIONS = List.of("read", "create", "update", "delete", "import", "export");

    private static final String AREA = "identity";

    private final RecordDirectory types;
    private final Functions functions;
    private final Directory directory;
    private final Labels labels;

    /** A word and what people call it. */
    public record Named(String name, String label) {
    }

    /** @param scopes the scopes that reach its records: only {@code all} where these belong to nobody */
    public record TypeEntry(String name, String label, String area, List<Named> actions, List<Named> fields, List<String> scopes) {
    }

    /** The shape of {@code GET /api/identity/permissions}. */
    public record Permissions(List<TypeEntry> types, List<Named> functions, List<Named> scopes, List<Named> fieldAccess) {
    }

    @Activate
    public Catalogue(@Reference RecordDirectory types, @Reference Functions functions, @Reference Directory directory, @Reference Labels labels) {
        this.types = types;
        this.functions = functions;
        this.directory = directory;
        this.labels = labels;
    }

    public Permissions permissions(Locale locale) {
        List<Named> scopes = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            scopes.add(new Named(scope.key(), labels.text(AREA, "scope." + scope.key(), locale)));
        }
        List<Named> access = List.of("readOnly", "masked", "hidden").stream()
                .map(word -> new Named(word, labels.text(AREA, "fieldAccess." + word, locale))).toList();
        return new Permissions(types.types().stream().map(type -> entry(type, locale)).toList(),
                functions.all().stream().map(function -> new Named(function.name(),
                        labels.text(function.area(), "permission." + function.name(), locale))).toList(), scopes, access);
    }

    /** Functions and {@code <type>:<action>} the caller holds for some record, by name. */
    public List<String> held(Caller caller) {
        Grants grants = directory.grants(caller.memberId());
        Set<String> held = new TreeSet<>(grants.functions());
        if (grants.administrator()) {
            functions.all().forEach(function -> held.add(function.name()));
            types.types().forEach(type -> actions(type).forEach(action -> held.add(type.name() + ":" + action)));
        }
        grants.records().forEach(grant -> held.add(grant.type() + ":" + grant.action()));
        return List.copyOf(held);
    }

    private TypeEntry entry(TypeInfo type, Locale locale) {
        List<Named> fields = type.fields().stream().filter(field -> !field.common()).map(FieldInfo::name)
                .map(field -> new Named(field, labels.text(type.area(), type.simpleName() + "." + field, locale))).toList();
        List<Named> actions = actions(type).stream().map(action -> new Named(action, ACTIONS.contains(action)
                ? labels.text(AREA, "action." + action, locale)
                : labels.text(type.area(), type.simpleName() + ".action." + action, locale))).toList();
        List<String> scopes = type.owned() ? Arrays.stream(Scope.values()).map(Scope::key).toList() : List.of(Scope.ALL.key());
        return new TypeEntry(type.name(), labels.text(type.area(), type.simpleName() + ".plural", locale), type.area(), actions, fields, scopes);
    }

    private static List<String> actions(TypeInfo type) {
        List<String> all = new ArrayList<>(ACTIONS);
        all.addAll(type.actions());
        return all;
    }
}
