package org.tenon.identity.directory;

import java.util.List;
import java.util.Set;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;

/** What one role allows. */
record RoleRights(String name, boolean administrator, List<RecordGrant> records, List<FieldLimit> fields, Set<String> functions) {

    boolean reads(String type) {
        return records.stream().anyMatch(grant -> grant.type().equals(type) && grant.action().equals("read"));
    }
}
