package org.tenon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenon.it.plugin.Gifts;
import org.tenon.testkit.contract.ArchiveContract;
import org.tenon.testkit.source.PluginSource;

/** What {@link ArchiveContract} says of plugins, good and bad. */
class ArchiveContractIT {

    private static final String LINTER = "theLinterFindsNothing";
    private static final String MENU = "everyMenuEntryOpensAPageOfThisPlugin";
    private static final String TEXTS = "everyTextPeopleSeeIsThereInThreeLanguages";

    /** As an author writes it. */
    static class Contract extends ArchiveContract {
    }

    @AfterAll
    static void forget() {
        System.clearProperty("tenon.plugin");
    }

    static Stream<Arguments> plugins() {
        return Stream.of(
            Arguments.of("a good one", Gifts.version("1.0.0"), Set.of()),
            Arguments.of("a menu entry that leads nowhere", Gifts.version("1.0.0").file("ui/ui.json", "{\"id\":\"gifts\",\"version\":\"1\",\"sdk\":1,\"entry\":\"index.js\",\"hash\":\"1\",\"css\":[],\"routes\":[]}"), Set.of(MENU)),
            Arguments.of("a text that one language lacks", Gifts.version("1.0.0").file("i18n/gifts_zh_TW.properties", "area.label=禮品\n"), Set.of(LINTER, TEXTS)),
            Arguments.of("a REST call without permission", Gifts.version("1.0.0").type("GiftsResource", """
                import java.util.Map;
                import javax.ws.rs.*;
                @Path("") @Produces("application/json")
                public final class GiftsResource {
                    @GET @Path("hello") public Map<String, Object> hello() { return Map.of("version", "VERSION"); }
                }
                """), Set.of(LINTER)),
            Arguments.of("a migration that takes away", Gifts.version("1.0.0").file("db/V1__gifts.sql", "CREATE TABLE gifts_gift (id BIGINT NOT NULL PRIMARY KEY);\nDROP TABLE gifts_gift;\n"), Set.of(LINTER)),
            Arguments.of("a script for one database", Gifts.version("1.0.0").file("db/V1__gifts.sql", "CREATE TABLE gifts_gift (id SERIAL);\n"), Set.of(LINTER)),
            Arguments.of("an exported package", Gifts.version("1.0.0").header("Export-Package", "org.example.gifts;version=1"), Set.of(LINTER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plugins")
    void eachFaultIsFoundByItsTest(String what, PluginSource plugin, Set<String> failing) {
        System.setProperty("tenon.plugin", plugin.kar().toString());
        assertThat(ContractRun.failures(Contract.class)).as(what).isEqualTo(failing);
    }
}
