package org.tenon.records.matching;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.record.TypeInfo;

/** A class's declaration, without a database. */
final class Types {

    private record Unit(String area, List<Class<?>> entities) implements PersistenceUnit {

        @Override
        public ClassLoader loader() {
            return Types.class.getClassLoader();
        }

        @Override
        public EntityManager entityManager() {
            throw new UnsupportedOperationException("declarations only");
        }
    }

    private Types() {
    }

    static TypeInfo of(Class<?> entity) {
        RecordModels models = new RecordModels(area -> false);
        models.add(new Unit("sample", List.of(entity)));
        return models.types().get(0);
    }
}
