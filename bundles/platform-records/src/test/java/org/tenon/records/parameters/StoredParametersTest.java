package org.tenon.records.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.settings.SettingsLog;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.parameter.Parameter;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class StoredParametersTest {

    private static final Locale EN = Locale.ENGLISH;

    @BothDatabases
    void parametersAreSetWithinTheirBounds(TestDatabase database) {
        try (StandalonePersistence persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()))) {
            PersistenceUnit ours = persistence.unit("records", ChangeLog.class);
            StoredParameters parameters = new StoredParameters(persistence.db(), ours, (area, key, locale, args) -> Optional.empty());
            parameters.add(() -> List.of(Parameter.number("sample.days", 30, 1, 365), Parameter.text("sample.name", "榫卯", 10), Parameter.flag("sample.on", false),
                    Parameter.choice("sample.mode", List.of("quick", "safe"))));
            assertThat(parameters.number("sample.days")).isEqualTo(30);
            assertThat(parameters.text("sample.mode")).isEqualTo("quick");

            parameters.set("sample.days", 365L, 0, EN);
            parameters.set("sample.mode", "safe", 0, EN);
            parameters.set("sample.on", true, 0, EN);
            parameters.set("sample.name", "  云杉 ", 0, EN);
            assertThat(parameters.number("sample.days")).isEqualTo(365);
            assertThat(parameters.text("sample.mode")).isEqualTo("safe");
            assertThat(parameters.flag("sample.on")).isTrue();
            assertThat(parameters.text("sample.name")).isEqualTo("云杉");

            refused(Kind.INVALID, parameters, "sample.days", 366L, 1);
            refused(Kind.INVALID, parameters, "sample.days", "many", 1);
            refused(Kind.INVALID, parameters, "sample.mode", "slow", 1);
            refused(Kind.INVALID, parameters, "sample.name", "12345678901", 1);
            refused(Kind.STALE, parameters, "sample.days", 7L, 0);
            refused(Kind.NOT_FOUND, parameters, "sample.none", 7L, 0);
            assertThat(parameters.number("sample.days")).isEqualTo(365);

            StoredParameters restarted = new StoredParameters(persistence.db(), ours, (area, key, locale, args) -> Optional.empty());
            restarted.add(() -> List.of(Parameter.number("sample.days", 30, 1, 60)));
            assertThat(restarted.number("sample.days")).as("its area does not allow 365 any more").isEqualTo(30);
            assertThatThrownBy(() -> restarted.flag("sample.days")).isInstanceOf(IllegalArgumentException.class);
            restarted.set("sample.days", null, 1, EN);
            assertThat(restarted.number("sample.days")).isEqualTo(30);
        }
    }

    @BothDatabases
    void aChangeStandsInTheSystemLogAndARefusedOneDoesNot(TestDatabase database) {
        try (StandalonePersistence persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()))) {
            PersistenceUnit ours = persistence.unit("records", ChangeLog.class);
            StoredParameters parameters = new StoredParameters(persistence.db(), ours, (area, key, locale, args) -> Optional.empty());
            parameters.add(() -> List.of(Parameter.number("sample.days", 30, 1, 365)));
            List<String> log = new ArrayList<>();
            ParametersResource resource = new ParametersResource(parameters, new SettingsLog(persistence.tx(), (kind, detail) -> log.add(kind + " " + detail)));
            Caller caller = Caller.system("test");
            caller.run(() -> resource.set("sample.days", new ParametersResource.Setting(7L, 0)));
            assertThatThrownBy(() -> caller.run(() -> resource.set("sample.days", new ParametersResource.Setting(999L, 1)))).isInstanceOf(TenonException.class);
            assertThat(log).containsExactly("records.parameter sample.days");

            ParametersResource unlogged = new ParametersResource(parameters, new SettingsLog(persistence.tx(), (kind, detail) -> {
                throw new IllegalStateException("the log is full");
            }));
            assertThatThrownBy(() -> caller.run(() -> unlogged.set("sample.days", new ParametersResource.Setting(8L, 1)))).isInstanceOf(IllegalStateException.class);
            StoredParameters again = new StoredParameters(persistence.db(), ours, (area, key, locale, args) -> Optional.empty());
            again.add(() -> List.of(Parameter.number("sample.days", 30, 1, 365)));
            assertThat(again.number("sample.days")).as("nothing is changed that is not written down").isEqualTo(7);
        }
    }

    private static void refused(Kind kind, StoredParameters parameters, String name, Object value, int version) {
        assertThatThrownBy(() -> parameters.set(name, value, version, EN)).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
