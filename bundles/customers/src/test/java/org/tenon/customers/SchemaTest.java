package org.tenon.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.tenon.customers.contact.Contact;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.log.ContactLog;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** The shipped script and the entities agree. */
class SchemaTest {

    @BothDatabases
    void everyAttributeHasItsColumn(TestDatabase database) {
        DatabaseConfig config = DatabaseConfig.of(database.url(), database.user(), database.password());
        try (StandalonePersistence persistence = StandalonePersistence.open(config)) {
            PersistenceUnit unit = persistence.unit("customers", Customer.class, Customer.class, Contact.class, ContactLog.class);
            persistence.tx().run(() -> {
                for (Class<?> entity : unit.entities()) {
                    String all = "select e from " + entity.getSimpleName() + " e";
                    assertThat(unit.entityManager().createQuery(all, entity).getResultList()).isEmpty();
                }
            });
        }
    }
}
