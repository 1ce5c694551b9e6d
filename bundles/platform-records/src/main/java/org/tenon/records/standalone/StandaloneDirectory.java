package org.tenon.records.standalone;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;

/** An organisation held in memory, or another one behind it. Safe for all threads. */
final class StandaloneDirectory implements Directory {

    private final Map<Long, Grants> grants = new ConcurrentHashMap<>();
    private final Map<Long, Long> departments = new ConcurrentHashMap<>();
    private volatile @Nullable Directory other;

    void use(Directory directory) {
        other = directory;
    }

    void grant(long member, Grants allowed, @Nullable Long department) {
        grants.put(member, allowed);
        if (department != null) {
            departments.put(member, department);
        }
    }

    @Override
    public Grants grants(long memberId) {
        Directory directory = other;
        return directory != null ? directory.grants(memberId) : grants.getOrDefault(memberId, Grants.NONE);
    }

    @Override
    public Optional<Long> mainDepartment(long memberId) {
        Directory directory = other;
        return directory != null ? directory.mainDepartment(memberId) : Optional.ofNullable(departments.get(memberId));
    }

    @Override
    public Set<Long> below(long department) {
        Directory directory = other;
        return directory != null ? directory.below(department) : Set.of(department);
    }

    @Override
    public Set<Long> roles(long memberId) {
        Directory directory = other;
        return directory != null ? directory.roles(memberId) : Set.of();
    }

    @Override
    public boolean active(long memberId) {
        Directory directory = other;
        return directory == null || directory.active(memberId);
    }

    @Override
    public boolean holds(Caller caller, String function) {
        Directory directory = other;
        if (directory != null) {
            return directory.holds(caller, function);
        }
        Grants allowed = grants(caller.memberId());
        return caller.system() || allowed.administrator() || allowed.functions().containsAll(Set.of(function));
    }
}
