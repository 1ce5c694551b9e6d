package org.tenon.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.web.Http;

class GuardTest {

    private static final Need MEMBER = new Need.Member("member");
    private static final Need OPEN = new Need.Anyone("why");
    private static final long ADMIN = 1;
    private static final long SELLER = 2;

    private final Guard guard = new Guard(() -> Optional.of(new People()), () -> Optional.of(new Rights()));
    private final Guard starting = new Guard(Optional::empty, Optional::empty);

    @Test
    void aSessionReadsWithoutItsCsrfToken() {
        assertThat(guard.admit(call("GET", "s2", null, null), MEMBER)).map(Caller::memberId).contains(SELLER);
        assertThat(guard.admit(call("HEAD", "s2", null, null), MEMBER)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(value = {"POST,null", "POST,wrong", "PATCH,''", "DELETE,null"}, nullValues = "null")
    void aSessionWritesOnlyWithItsCsrfToken(String method, String csrf) {
        refused(Kind.FORBIDDEN, call(method, "s2", null, csrf), MEMBER);
        assertThat(guard.admit(call(method, "s2", null, "csrf-s2"), MEMBER)).isPresent();
    }

    @Test
    void aTokenNeedsNoCsrfAndCountsBeforeTheCookie() {
        assertThat(guard.admit(call("POST", "s2", "t1", null), MEMBER)).map(Caller::memberId).contains(ADMIN);
        refused(Kind.UNAUTHENTICATED, call("GET", "s2", "bad", null), MEMBER);
    }

    @Test
    void nobodyIsLetInWhereAMemberIsNeeded() {
        refused(Kind.UNAUTHENTICATED, call("GET", null, null, null), MEMBER);
        refused(Kind.UNAUTHENTICATED, call("GET", "ended", null, null), MEMBER);
    }

    @Test
    void withoutIdentityOnlyPublicCallsWork() {
        assertThatThrownBy(() -> starting.admit(call("GET", "s2", null, null), MEMBER)).satisfies(is(Kind.UNAVAILABLE));
        assertThat(starting.admit(call("GET", "s2", null, null), OPEN)).isEmpty();
    }

    @Test
    void aPublicCallKnowsItsSenderWhereItCan() {
        assertThat(guard.admit(call("GET", "s2", null, null), OPEN)).isPresent();
        assertThat(guard.admit(call("GET", "ended", null, null), OPEN)).isEmpty();
        assertThat(guard.admit(call("POST", "s2", null, null), OPEN)).as("may come from another site").isEmpty();
    }

    @Test
    void functionsAndGrantsAreAskedOfTheDirectory() {
        Need function = new Need.Function("plugins:manage");
        Need grant = new Need.Grant("customers.customer", "merge");
        assertThat(guard.admit(call("GET", null, "t1", null), function)).isPresent();
        refused(Kind.FORBIDDEN, call("GET", null, "t2", null), function);
        assertThat(guard.admit(call("GET", null, "t1", null), new Need.Grant("any.type", "any"))).as("administrator").isPresent();
        assertThat(guard.admit(call("GET", null, "t2", null), grant)).isPresent();
        refused(Kind.FORBIDDEN, call("GET", null, "t2", null), new Need.Grant("customers.customer", "export"));
        refused(Kind.FORBIDDEN, call("GET", null, "t2", null), new Need.Grant("customers.contact", "merge"));
    }

    @Test
    void anInitialPasswordOpensNothingButTheSessionItself() {
        refused(Kind.FORBIDDEN, call("GET", "must2", null, null), MEMBER);
        for (String path : List.of("/api/identity/session", "/api/identity/session/password")) {
            assertThat(guard.admit(new Call("GET", path, "must2", null, null, null), MEMBER)).isPresent();
        }
        assertThatThrownBy(() -> guard.admit(new Call("GET", "/api/identity/sessions", "must2", null, null, null), MEMBER))
                .satisfies(is(Kind.FORBIDDEN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"null|zh-CN", "nonsense;;|zh-CN", "en-GB,zh|en", "fr,zh-HK;q=0.8,en;q=0.5|zh-TW",
        "zh-Hant|zh-TW", "zh|zh-CN", "fr|zh-CN", "en;q=0,zh-TW|zh-TW"})
    void whoHasNoLanguageSpeaksTheBrowsers(String header, String expected) {
        Call call = new Call("GET", "/api/x/y", "s2", null, null, header);
        assertThat(guard.admit(call, MEMBER)).map(Caller::locale).map(Locale::toLanguageTag).contains(expected);
        assertThat(guard.admit(new Call("GET", "/api/x/y", null, "t1", null, header), MEMBER)).map(Caller::locale).contains(Locale.ENGLISH);
    }

    @Test
    void whoIsFollowedIsNobodyOnceTheSessionEnds() {
        People people = new People();
        Guard following = new Guard(() -> Optional.of(people), Optional::empty);
        Http http = new Http("GET", "/api/web/events").with("cookie", "s2");
        var standing = following.follow(http.request(), Caller.system("before"));
        assertThat(standing.get()).map(Caller::memberId).contains(SELLER);
        people.over = true;
        assertThat(standing.get()).isEmpty();
    }

    private void refused(Kind kind, Call call, Need need) {
        assertThatThrownBy(() -> guard.admit(call, need)).satisfies(is(kind));
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> is(Kind kind) {
        return thrown -> assertThat(((TenonException) thrown).kind()).isEqualTo(kind);
    }

    private static Call call(String method, String session, String token, String csrf) {
        return new Call(method, "/api/customers/customers", session, token, csrf, null);
    }

    private static final class People implements Authenticator {

        private boolean over;

        @Override
        public Optional<Session> bySession(String cookie) {
            return over || cookie.equals("ended") ? Optional.empty()
                    : Optional.of(new Session(new Caller(cookie.endsWith("1") ? ADMIN : SELLER, cookie, Locale.ROOT, false, cookie),
                            "csrf-" + cookie, cookie.startsWith("must")));
        }

        @Override
        public Optional<Caller> byToken(String token) {
            return token.equals("bad") ? Optional.empty()
                    : Optional.of(new Caller(token.endsWith("1") ? ADMIN : SELLER, token, Locale.ENGLISH, false, token));
        }
    }

    private static final class Rights implements Directory {

        @Override
        public Grants grants(long memberId) {
            RecordGrant grant = new RecordGrant("Sales", "customers.customer", "merge", Scope.OWN, Set.of());
            return new Grants(memberId == ADMIN, memberId == SELLER ? List.of(grant) : List.of(), List.of(), Set.of(), Set.of(), Set.of());
        }

        @Override
        public Optional<Long> mainDepartment(long memberId) {
            return Optional.empty();
        }

        @Override
        public boolean holds(Caller caller, String function) {
            return caller.memberId() == ADMIN;
        }
    }
}
