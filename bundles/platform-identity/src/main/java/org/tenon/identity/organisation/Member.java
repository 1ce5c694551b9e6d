package org.tenon.identity.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.directory.Ids;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordType;

/** Someone who works here, or did. Members are not deleted when they leave: their name stands under what they did. */
@RecordType(area = "identity", name = "member", plural = "members", title = "name", defaultSort = "name",
        sections = {"person", "organisation", "account"}, actions = {"leave", "rejoin"}, related = {"identity.member#managerId"})
@Entity
@Table(name = "identity_member")
public class Member extends BaseRecord {

    static final String ACTIVE = "active";
    static final String LEFT = "left";

    @Field(list = 1, search = 3, section = "person", required = true, max = 100)
    private @Nullable String name;

    /** Lower case; unique among the living. */
    @Field(list = 2, search = 2, section = "account", filter = true, required = true, max = 64)
    private @Nullable String login;

    @Field(search = 2, section = "person", filter = true, duplicateKey = true, max = 32)
    @Column(name = "employee_number")
    private @Nullable String employeeNumber;

    @Field(list = 6, search = 2, section = "person", type = FieldType.EMAIL, sensitive = true, duplicateKey = true)
    private @Nullable String email;

    @Field(list = 7, section = "person", type = FieldType.PHONE, sensitive = true)
    private @Nullable String mobile;

    /** The first is the main one. */
    @Field(list = 3, section = "organisation", type = FieldType.REFERENCES, reference = "identity.department", filter = true)
    @Column(name = "department_ids")
    private @Nullable String departmentIds;

    @Field(list = 4, section = "organisation", reference = "identity.position", filter = true)
    @Column(name = "position_id")
    private @Nullable Long positionId;

    @Field(section = "organisation", type = FieldType.MEMBER, filter = true)
    @Column(name = "manager_id")
    private @Nullable Long managerId;

    @Field(list = 8, section = "organisation", dictionary = "identity.memberStatus", readOnly = true, filter = true)
    private String status = ACTIVE;

    @Field(section = "organisation", filter = true)
    @Column(name = "joined_at")
    private @Nullable LocalDate joinedAt;

    @Field(section = "organisation", readOnly = true)
    @Column(name = "left_at")
    private @Nullable LocalDate leftAt;

    @Field(list = 5, section = "account", type = FieldType.REFERENCES, reference = "identity.role", filter = true)
    @Column(name = "role_ids")
    private @Nullable String roleIds;

    @Field(section = "account", dictionary = "identity.locale")
    private @Nullable String locale;

    /** A name of the time zone database, such as {@code Asia/Shanghai}. */
    @Field(section = "account", max = 63)
    @Column(name = "time_zone")
    private @Nullable String timeZone;

    /** Null while a write that lacks one is being refused. */
    @Nullable String login() {
        return login;
    }

    boolean active() {
        return !deleted() && ACTIVE.equals(status);
    }

    List<Long> roles() {
        return Ids.parse(roleIds);
    }

    @Nullable Long managerId() {
        return managerId;
    }

    @Nullable String timeZone() {
        return timeZone;
    }

    void normalise() {
        login = login == null ? null : login.strip().toLowerCase(Locale.ROOT);
    }

    void leave(LocalDate day) {
        status = LEFT;
        leftAt = day;
    }

    void rejoin() {
        status = ACTIVE;
        leftAt = null;
    }

    /** @param tag one of the dictionary's, such as {@code zh-CN}; null to follow the browser */
    public void speak(@Nullable String tag) {
        locale = tag;
    }
}
