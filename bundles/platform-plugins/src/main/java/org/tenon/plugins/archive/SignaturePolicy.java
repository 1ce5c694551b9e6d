package org.tenon.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;

/** What becomes of plugins that nobody trusted signed: {@code plugins.signatures} in {@code conf/tenon.properties}. A changed archive is refused whatever it says. */
public enum SignaturePolicy {
    /** They are installed. */
    OFF,
    /** An administrator is told, and decides. */
    WARN,
    /** They are refused. */
    REQUIRE;

    static final String SETTING = "plugins.signatures";

    /**
     * @param conf the folder {@code TENON_HOME/conf}
     * @return {@link #WARN} where nothing is said
     * @throws TenonException CONFLICT if the setting is none of the three: guessing would be unsafe
     */
    static SignaturePolicy read(Path conf) throws IOException {
        Properties settings = settings(conf);
        String value = settings.getProperty(SETTING, "warn").strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(policy -> policy.name().equals(value)).findFirst()
            .orElseThrow(() -> Refusal.conflict("plugins.said.policy", SETTING, value.toLowerCase(Locale.ROOT)));
    }

    static Properties settings(Path conf) throws IOException {
        Properties settings = new Properties();
        Path file = conf.resolve("tenon.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                settings.load(in);
            }
        }
        return settings;
    }
}
