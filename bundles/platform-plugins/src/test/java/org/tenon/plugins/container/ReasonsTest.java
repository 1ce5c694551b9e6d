package org.tenon.plugins.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tenon.persistence.AreaFailure;
import org.tenon.sdk.lint.text.Sentence;

class ReasonsTest {

    private static final String CHAIN = "Unable to resolve root: missing requirement [root] osgi.identity; osgi.identity=broken; type=karaf.feature;"
            + " version=\"[1.0.0,1.0.0]\" [caused by: Unable to resolve broken/1.0.0: missing requirement [broken/1.0.0] osgi.identity;"
            + " osgi.identity=x.broken; type=osgi.bundle [caused by: Unable to resolve x.broken/1.0.0: missing requirement [x.broken/1.0.0] ";

    @Test
    void theEndOfTheChainSaysWhatIsMissing() {
        assertThat(plain(CHAIN + "osgi.wiring.package; filter:=\"(&(osgi.wiring.package=does.not.exist)(version>=1.0.0)(!(version>=2.0.0)))\"]]"))
                .isEqualTo("the package does.not.exist (version 1.0.0 or later, before 2.0.0) is missing");
        assertThat(plain(CHAIN + "osgi.service; effective:=active; filter:=\"(objectClass=org.tenon.sdk.tx.Tx)\"]]"))
                .isEqualTo("the service org.tenon.sdk.tx.Tx is missing");
        assertThat(plain("Unable to resolve root: missing requirement [root] osgi.identity; osgi.identity=absent; type=karaf.feature"))
                .isEqualTo("the part absent is missing");
    }

    @Test
    void everyoneReadsItInTheirOwnLanguage() {
        Sentence reason = Reasons.plain(new Exception(CHAIN + "osgi.wiring.package; filter:=\"(&(osgi.wiring.package=does.not.exist)(version>=1.0.0))\"]]"));

        assertThat(reason.in(Locale.ENGLISH)).isEqualTo("the package does.not.exist (version 1.0.0 or later) is missing");
        assertThat(reason.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("缺少包 does.not.exist（版本 1.0.0 及以上）");
        assertThat(reason.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("缺少套件 does.not.exist（版本 1.0.0 及以上）");
    }

    @Test
    void aFailedMigrationIsToldWithItsStatement() {
        AreaFailure failure = new AreaFailure(AreaFailure.Cause.SCRIPT, "V2__orders.sql", 3, "ALTER TABLE orders_order ADD COLUMN title INTEGER", "Column 'TITLE' already exists");

        assertThat(Reasons.ofArea(failure).in(Locale.ENGLISH))
                .isEqualTo("the migration V2__orders.sql failed at line 3, ALTER TABLE orders_order ADD COLUMN title INTEGER: Column 'TITLE' already exists");
        assertThat(Reasons.ofArea(failure).in(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("数据库脚本 V2__orders.sql 在第 3 行失败，ALTER TABLE orders_order ADD COLUMN title INTEGER：Column 'TITLE' already exists");
        assertThat(Reasons.ofArea(AreaFailure.of(AreaFailure.Cause.CLASS, "x.Order")).in(Locale.TRADITIONAL_CHINESE)).isEqualTo("模組中沒有類別 x.Order");
    }

    @Test
    void whatItCannotReadItRepeats() {
        assertThat(plain(CHAIN + "com.example; filter:=\"(x=y)\"]]"))
                .isEqualTo("something it needs is missing: [x.broken/1.0.0] com.example; filter:=\"(x=y)\"");
        assertThat(plain("Activator start error in bundle x [91].\n\tat java.lang")).isEqualTo("Activator start error in bundle x [91].");
        assertThat(plain(null)).isEqualTo("it failed to start");
        assertThat(plain("Error downloading mvn:org.x/y/1.0")).isEqualTo("the file mvn:org.x/y/1.0 cannot be found");
    }

    private static String plain(String message) {
        return Reasons.plain(new Exception(message)).in(Locale.ENGLISH);
    }
}
