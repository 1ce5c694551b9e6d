package org.tenon.jobs.work;

import java.util.Locale;
import java.util.Optional;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;

/** An organisation in which one member may manage jobs. */
final class Company implements Directory {

    static final Caller ZHANG = member(7, "张伟");
    static final Caller WANG = member(8, "王芳");
    static final Caller CHIEF = member(1, "系统管理员");

    private static Caller member(long id, String name) {
        return new Caller(id, name, Locale.SIMPLIFIED_CHINESE, false, "a session");
    }

    @Override
    public Grants grants(long memberId) {
        return Grants.NONE;
    }

    @Override
    public Optional<Long> mainDepartment(long memberId) {
        return Optional.empty();
    }

    @Override
    public boolean holds(Caller caller, String function) {
        return caller.memberId() == CHIEF.memberId();
    }
}
