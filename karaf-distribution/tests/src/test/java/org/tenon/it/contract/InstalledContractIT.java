package org.tenon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tenon.it.plugin.Gifts;
import org.tenon.testkit.contract.InstalledContract;
import org.tenon.testkit.process.Tenon;
import org.tenon.testkit.source.PluginSource;

/** What {@link InstalledContract} says of plugins, good and bad. Each run has a Tenon of its own, as an author's build has. */
class InstalledContractIT {

    private static final String LEFT_BEHIND = "removalLeavesNothingBehind";

    /** As an author writes it. */
    static class Contract extends InstalledContract {

        Contract(Tenon tenon) {
            super(tenon);
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty("tenon.plugin");
    }

    @Test
    void aGoodOneIsAccepted() {
        assertThat(failures(Gifts.version("1.0.0"))).isEmpty();
    }

    @Test
    void aThreadThatStaysIsFound() {
        assertThat(failures(Gifts.version("1.0.0").type("Clockwork", """
            import org.osgi.service.component.annotations.*;
            @Component(service = Clockwork.class, immediate = true)
            public final class Clockwork {
                @Activate public Clockwork() {
                    Thread thread = new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L); } }, "gifts-clockwork");
                    thread.setDaemon(true);
                    thread.start();
                }
            }
            """))).containsExactly(LEFT_BEHIND);
    }

    @Test
    void aClassLoaderThatStaysIsFound() {
        assertThat(failures(Gifts.version("1.0.0").type("Farewell", """
            import org.osgi.service.component.annotations.*;
            @Component(service = Farewell.class, immediate = true)
            public final class Farewell {
                @Activate public Farewell() { Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(Farewell.class))); }
            }
            """))).containsExactly(LEFT_BEHIND);
    }

    @Test
    void aMenuEntryThatDoesNotShowIsFound() {
        assertThat(failures(Gifts.version("1.0.0").type("GiftsMenu", """
            import java.util.List;
            import org.osgi.service.component.annotations.Component;
            import org.tenon.sdk.shell.*;
            @Component
            public final class GiftsMenu implements MenuContribution {
                @Override public String area() { return "NAME"; }
                @Override public List<MenuItem> items() {
                    return List.of(MenuItem.group("NAME", 500, "gift"), MenuItem.of("NAME.list", "NAME", 10, "/NAME", "member")).subList(0, 1);
                }
            }
            """))).containsExactly("itsMenuShows");
    }

    private static Set<String> failures(PluginSource plugin) {
        System.setProperty("tenon.plugin", plugin.kar().toString());
        return ContractRun.failures(Contract.class);
    }
}
