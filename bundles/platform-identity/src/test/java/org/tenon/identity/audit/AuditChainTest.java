package org.tenon.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tenon.identity.Identity;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.audit.AuditReader.Filter;
import org.tenon.identity.audit.AuditReader.Shown;
import org.tenon.sdk.audit.SealedLog.Finding;
import org.tenon.sdk.identity.Caller;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class AuditChainTest {

    private static final Filter ALL = new Filter(null, null, null, null);
    private static final Caller WANG = new Caller(42, "王婷", Locale.ENGLISH, false, null);

    @BothDatabases
    void aChangedARemovedAndACutOffRowAreNamed(TestDatabase database) {
        try (Identity identity = new Identity(database)) {
            AuditChain chain = new AuditChain(identity.persistence.db(), identity.persistence.tx());
            sealed(chain);
            long before = chain.check().rows();
            for (int i = 0; i < 600; i++) {
                identity.audit.note(Event.SIGNED_IN, 42, 42, "127.0.0.1", "call " + i);
            }
            sealed(chain);
            assertThat(chain.check()).isEqualTo(new Finding(before + 600, null));

            long third = before + 3;
            database.execute("UPDATE identity_audit SET detail = 'nothing' WHERE seq = " + third);
            assertThat(chain.check().broken()).isEqualTo(third);
            database.execute("UPDATE identity_audit SET detail = 'call 2' WHERE seq = " + third);
            assertThat(chain.check().broken()).isNull();

            database.execute("UPDATE identity_audit SET by_member = 7 WHERE seq = " + (before + 550));
            assertThat(chain.check().broken()).isEqualTo(before + 550);
            database.execute("UPDATE identity_audit SET by_member = 42 WHERE seq = " + (before + 550));

            database.execute("DELETE FROM identity_audit WHERE seq = " + (before + 600));
            assertThat(chain.check().broken()).isEqualTo(before + 600);
            database.execute("DELETE FROM identity_audit WHERE seq = " + third);
            assertThat(chain.check().broken()).isEqualTo(third);
        }
    }

    @BothDatabases
    void theLogIsPagedAndFiltered(TestDatabase database) {
        try (Identity identity = new Identity(database)) {
            AuditReader reader = new AuditReader(identity.persistence.db());
            for (int i = 0; i < 7; i++) {
                int number = i;
                WANG.run(() -> {
                    identity.audit.append("records.export", "list " + number);
                    return number;
                });
            }
            identity.audit.note(Event.SIGN_IN_FAILED, 0, 42, "10.0.0.1", "");
            List<String> details = new ArrayList<>();
            Long before = null;
            List<Shown> page;
            do {
                page = reader.page(new Filter(42L, "records.export", null, null), 3, before);
                page.forEach(shown -> details.add(shown.row().detail()));
                before = page.isEmpty() ? null : page.get(page.size() - 1).row().id();
            } while (page.size() == 3);
            assertThat(details).containsExactly("list 6", "list 5", "list 4", "list 3", "list 2", "list 1", "list 0");
            assertThat(reader.page(new Filter(42L, null, null, null), 10, null)).as("also what is about the member").hasSize(8);
            assertThat(reader.page(new Filter(43L, null, null, null), 10, null)).isEmpty();
            assertThat(reader.page(new Filter(null, null, Instant.parse("2099-01-01T00:00:00Z"), null), 10, null)).isEmpty();
            assertThat(reader.kinds()).contains("records.export", "sign.in.failed");
            assertThat(reader.page(ALL, 1, null).get(0).row().kind()).isEqualTo("sign.in.failed");
        }
    }

    private static void sealed(AuditChain chain) {
        while (chain.seal() > 0) {
            continue;
        }
    }
}
