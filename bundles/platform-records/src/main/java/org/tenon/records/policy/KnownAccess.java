package org.tenon.records.policy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.TypeInfo;

/** Keeps what was worked out for a member until their grants or the type are others; one small map a member. Safe for all threads. */
final class KnownAccess {

    private record Member(Grants grants, Map<String, TypeAccess> byType) {
    }

    private final Map<Long, Member> members = new ConcurrentHashMap<>();

    TypeAccess of(TypeInfo type, long memberId, Grants grants, LongFunction<Set<Long>> below) {
        Member member = members.compute(memberId,
                (id, before) -> before != null && before.grants() == grants ? before : new Member(grants, new ConcurrentHashMap<>()));
        TypeAccess access = member.byType().get(type.name());
        if (access == null || access.type() != type) {
            access = Levels.of(type, memberId, grants, below);
            member.byType().put(type.name(), access);
        }
        return access;
    }
}
