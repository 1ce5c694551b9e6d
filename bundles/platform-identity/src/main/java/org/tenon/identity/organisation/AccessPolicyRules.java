package org.tenon.identity.organisation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.text.Words;
import org.tenon.sdk.Kind;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.RecordRules;

/** There is one access policy; those who manage permissions change it. */
@Component(service = RecordRules.class)
public final class AccessPolicyRules implements RecordRules<AccessPolicy> {

    private final MemoryDirectory directory;
    private final Words words;

    @Activate
    public AccessPolicyRules(@Reference MemoryDirectory directory, @Reference Words words) {
        this.directory = directory;
        this.words = words;
    }

    @Override
    public Class<AccessPolicy> type() {
        return AccessPolicy.class;
    }

    @Override
    public void beforeCreate(AccessPolicy policy) {
        throw words.refused(Kind.CONFLICT, "accessPolicy.one");
    }

    @Override
    public void beforeUpdate(AccessPolicy policy, Changes changes) {
        if (!directory.holds(Caller.current(), "identity:manage")) {
            throw words.refused(Kind.FORBIDDEN, "accessPolicy.manage");
        }
    }

    @Override
    public void beforeDelete(AccessPolicy policy) {
        throw words.refused(Kind.CONFLICT, "accessPolicy.one");
    }

    @Override
    public void written(AccessPolicy policy, Changes changes) {
        directory.changed();
    }
}
