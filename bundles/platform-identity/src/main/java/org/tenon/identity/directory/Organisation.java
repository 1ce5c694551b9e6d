package org.tenon.identity.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Grants;

/** The whole organisation at one moment. Immutable; grants are worked out when first asked for. */
final class Organisation {

    private final Map<Long, Person> people;
    private final Map<String, Person> byLogin = new HashMap<>();
    private final Map<Long, String> departments;
    private final Map<Long, List<Long>> children;
    private final Map<Long, RoleRights> roles;
    private final Superiors superiors;
    private final Rules rules;
    private final Map<Long, Grants> grants = new ConcurrentHashMap<>();

    /** @param superiorsRead whether a superior reads what their line owns @param unowned whether everyone reads records without owner */
    record Rules(boolean superiorsRead, boolean unowned) {
    }

    /**
     * @param people      living members
     * @param departments the names of living departments
     * @param children    department → those directly below it
     * @param roles       living roles
     */
    Organisation(Map<Long, Person> people, Map<Long, String> departments, Map<Long, List<Long>> children, Map<Long, RoleRights> roles,
                 Rules rules) {
        this.people = people;
        this.departments = departments;
        this.children = children;
        this.roles = roles;
        this.superiors = new Superiors(people);
        this.rules = rules;
        people.values().forEach(person -> byLogin.put(person.login(), person));
    }

    Optional<Person> person(long id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<String> departmentName(long id) {
        return Optional.ofNullable(departments.get(id));
    }

    Optional<Person> byLogin(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    Grants grants(long memberId) {
        Person person = people.get(memberId);
        return person == null || !person.active() ? Grants.NONE : grants.computeIfAbsent(memberId, id -> union(person));
    }

    /** Whether the role exists and may do everything. */
    boolean administrates(long roleId) {
        @Nullable RoleRights role = roles.get(roleId);
        return role != null && role.administrator();
    }

    /** These departments and all below them. */
    Set<Long> below(Iterable<Long> departments) {
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        departments.forEach(open::add);
        while (!open.isEmpty()) {
            Long department = open.remove();
            if (found.add(department)) {
                open.addAll(children.getOrDefault(department, List.of()));
            }
        }
        return found;
    }

    private Grants union(Person person) {
        List<RoleRights> held = person.roles().stream().map(roles::get).filter(Objects::nonNull).toList();
        return Union.of(held, Set.copyOf(person.departments()), below(person.departments()), rules.superiorsRead() ? superiors.line(person.id()) : Set.of(),
                rules.unowned());
    }

    /** Those above the member, from the direct one up. */
    List<Long> superiors(long memberId) {
        return superiors.of(memberId);
    }

    /** Everybody below the member, whether they read their records or not. */
    Set<Long> line(long memberId) {
        return superiors.line(memberId);
    }
}
