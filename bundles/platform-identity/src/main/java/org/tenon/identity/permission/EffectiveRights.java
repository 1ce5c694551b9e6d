package org.tenon.identity.permission;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.catalogue.Catalogue;
import org.tenon.identity.catalogue.Catalogue.Named;
import org.tenon.identity.catalogue.Catalogue.Permissions;
import org.tenon.identity.catalogue.Catalogue.TypeEntry;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.record.RecordId;

/** Works out what a member may do, with the roles it comes from. Safe for all threads. */
@Component(service = EffectiveRights.class)
public final class EffectiveRights {

    private final Sql sql;
    private final MemoryDirectory directory;
    private final Catalogue catalogue;

    @Activate
    public EffectiveRights(@Reference Db db, @Reference MemoryDirectory directory, @Reference Catalogue catalogue) {
        this.sql = new Sql(db);
        this.directory = directory;
        this.catalogue = catalogue;
    }

    /** @throws TenonException NOT_FOUND if there is no such member */
    public Rights of(RecordId member, Locale locale) {
        Person person = directory.person(member.value()).orElseThrow(() -> TenonException.notFound("no member " + member));
        Grants grants = directory.grants(person.id());
        Permissions all = catalogue.permissions(locale);
        List<Rights.Type> types = grants.administrator() ? List.of()
                : all.types().stream().map(type -> type(type, all, grants)).filter(type -> !type.actions().isEmpty()).toList();
        List<Rights.Named> functions = all.functions().stream().filter(function -> grants.administrator() || grants.functions().contains(function.name()))
                .map(function -> new Rights.Named(function.name(), function.label())).toList();
        List<String> superiors = directory.superiors(person.id()).stream().map(directory::person).flatMap(Optional::stream).map(Person::name).toList();
        return new Rights(new Rights.Named(member.toString(), person.name()), person.active(), grants.administrator(),
                List.copyOf(names("identity_role", person.roles()).values()), List.copyOf(names("identity_department", person.departments()).values()),
                superiors, directory.line(person.id()).size(), !grants.line().isEmpty(), types, functions);
    }

    private Rights.Type type(TypeEntry type, Permissions all, Grants grants) {
        List<RecordGrant> held = grants.records().stream().filter(grant -> grant.type().equals(type.name())).toList();
        List<Rights.Action> actions = type.actions().stream().map(action -> new Rights.Action(action.name(), action.label(),
                scopes(held.stream().filter(grant -> grant.action().equals(action.name())).toList(), all.scopes())))
                .filter(action -> !action.scopes().isEmpty()).toList();
        Map<String, String> labels = labels(type.fields());
        Map<String, String> accesses = labels(all.fieldAccess());
        Map<Grants.FieldAccess, String> words = GrantCheck.ACCESS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        List<Rights.Field> fields = grants.fields().stream().filter(limit -> limit.type().equals(type.name())).map(limit -> {
            String access = words.get(limit.access());
            return new Rights.Field(limit.field(), labels.getOrDefault(limit.field(), limit.field()), access, accesses.getOrDefault(access, access), limit.role());
        }).toList();
        return new Rights.Type(type.name(), type.label(), actions, fields);
    }

    private List<Rights.Scope> scopes(List<RecordGrant> grants, List<Named> scopes) {
        Map<String, String> labels = labels(scopes);
        Map<Set<Long>, List<RecordGrant>> byDepartments = grants.stream().collect(Collectors.groupingBy(RecordGrant::departments));
        return byDepartments.entrySet().stream().flatMap(same -> same.getValue().stream().collect(Collectors.groupingBy(RecordGrant::scope, TreeMap::new,
                Collectors.toList())).entrySet().stream().map(scope -> new Rights.Scope(scope.getKey().key(),
                        labels.getOrDefault(scope.getKey().key(), scope.getKey().key()), scope.getValue().stream().map(RecordGrant::role).distinct().toList(),
                        List.copyOf(names("identity_department", same.getKey()).values())))).toList();
    }

    private static Map<String, String> labels(List<Named> words) {
        return words.stream().collect(Collectors.toMap(Named::name, Named::label));
    }

    /** By id, in the order of names. */
    private Map<Long, String> names(String table, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(","));
        return sql.list(row -> Map.entry(row.getLong(1), row.getString(2)),
                "SELECT id, name FROM " + table + " WHERE deleted_token = 0 AND id IN (" + marks + ") ORDER BY name", ids.toArray()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
