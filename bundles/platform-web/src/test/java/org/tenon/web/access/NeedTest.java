package org.tenon.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Public;

class NeedTest {

    @Permission(Permission.RECORD)
    public abstract static class Standard {

        public void list() {
        }

        public void create() {
        }
    }

    public static class Silent extends Standard {

        public void action() {
        }

        @Permission("customers.customer:merge")
        public void merge() {
        }

        @Public("why")
        public void open() {
        }
    }

    @Permission("plugins:manage")
    public static class Strict extends Standard {

        public void action() {
        }

        @Override
        @Permission(Permission.MEMBER)
        public void create() {
        }
    }

    @Test
    void inheritedCallsGoByTheClassThatDeclaresThem() {
        assertThat(of(Silent.class, "list")).isEqualTo("record");
        assertThat(of(Strict.class, "list")).isEqualTo("plugins:manage");
        assertThat(of(Strict.class, "create")).isEqualTo("member");
    }

    @Test
    void anAddedActionInheritsNothing() {
        assertThat(of(Silent.class, "action")).isEqualTo("none");
        assertThat(of(Strict.class, "action")).isEqualTo("plugins:manage");
        assertThat(of(Silent.class, "merge")).isEqualTo("customers.customer:merge");
        assertThat(of(Silent.class, "open")).isEqualTo("public");
    }

    @Test
    void recordTypesHaveADotFunctionsNone() {
        assertThat(Need.of("customers.customer:merge")).isEqualTo(new Need.Grant("customers.customer", "merge"));
        assertThat(Need.of("plugins:manage")).isEqualTo(new Need.Function("plugins:manage"));
        assertThat(Need.of("member")).isEqualTo(new Need.Member("member"));
    }

    private static String of(Class<?> resource, String method) {
        try {
            return Need.of(resource.getMethod(method), resource).map(Need::word).orElse("none");
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
