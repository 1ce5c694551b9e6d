package org.tenon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenon.it.plugin.Clients;
import org.tenon.it.plugin.Gifts;
import org.tenon.it.plugin.PluginSource;
import org.tenon.testkit.contract.ArchiveContract;

/** What {@link ArchiveContract} says of plugins, good and bad. */
class ArchiveContractIT {

    private static final String LINTER = "theLinterFindsNothing";
    private static final String MENU = "everyMenuEntryOpensAPageOfThisPlugin";
    private static final String TEXTS = "everyTextPeopleSeeIsThereInThreeLanguages";
    private static final String SCRIPTS = "theScriptsFitTheEntities";

    /** As an author writes it. */
    static class Contract extends ArchiveContract {
    }

    static Stream<Arguments> plugins() {
        return Stream.of(
            Arguments.of("a good one without records", Gifts.version("1.0.0"), Set.of()),
            Arguments.of("a good one with records", Clients.plugin(), Set.of()),
            Arguments.of("a menu entry that leads nowhere", Gifts.version("1.0.0").file("ui/ui.json", "{\"id\":\"gifts\",\"version\":\"1\",\"sdk\":1,\"entry\":\"index.js\",\"hash\":\"1\",\"css\":[],\"routes\":[]}"), Set.of(MENU)),
            Arguments.of("a text that one language lacks", Clients.plugin().file("i18n/clients_zh_TW.properties", "area.label=客戶\n"), Set.of(LINTER, TEXTS)),
            Arguments.of("a REST call without permission", Gifts.version("1.0.0").type("GiftsResource", """
                import java.util.Map;
                import javax.ws.rs.*;
                @Path("") @Produces("application/json")
                public final class GiftsResource {
                    @GET @Path("hello") public Map<String, Object> hello() { return Map.of("version", "VERSION"); }
                }
                """), Set.of(LINTER)),
            Arguments.of("a migration that takes away", Clients.plugin().file("db/V2__clients.sql", "DROP INDEX clients_client_oldest;\n"), Set.of(LINTER)),
            Arguments.of("a column that no script makes", Clients.plugin().file("db/V1__clients.sql", "CREATE TABLE clients_client (${owned}, name VARCHAR(200) NOT NULL);\n"), Set.of(SCRIPTS)),
            Arguments.of("a script for one database", Clients.plugin().file("db/V2__clients.sql", "CREATE TABLE clients_note (id SERIAL);\n"), Set.of(LINTER, SCRIPTS)),
            Arguments.of("an exported package", Gifts.version("1.0.0").header("Export-Package", "org.example.gifts;version=1"), Set.of(LINTER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plugins")
    void eachFaultIsFoundByItsTest(String what, PluginSource plugin, Set<String> failing) {
        assertThat(ContractRun.failures(plugin.kar(), Contract.class)).as(what).isEqualTo(failing);
    }
}
