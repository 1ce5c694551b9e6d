package org.tenon.records.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

@SuppressWarnings("unused")
class RecordModelsTest {

    private final Set<String> installed = new HashSet<>();
    private final RecordModels models = new RecordModels(installed::contains, Duration.ofMillis(300));

    @RecordType(area = "test", name = "good", plural = "goods", title = "name", defaultSort = "name")
    @Table(name = "test_good")
    static class Good extends OwnedRecord {
        @Field(list = 1, filter = true)
        private String name;
        @Field
        @Column(name = "credit")
        private String creditCode;
        @Field(type = FieldType.REGION)
        private String homeRegion;
        private String notAField;
    }

    @RecordType(area = "test", name = "bare", plural = "bares", title = "name")
    static class NoTable extends BaseRecord {
        @Field
        private String name;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "nothing")
    @Table(name = "t")
    static class NoTitle extends BaseRecord {
        @Field
        private String name;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name", defaultSort = "-size")
    @Table(name = "t")
    static class UnsortableDefault extends BaseRecord {
        @Field
        private String name;
        @Field
        private Long size;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name")
    @Table(name = "t")
    static class ChoiceWithoutDictionary extends BaseRecord {
        @Field(type = FieldType.CHOICE)
        private String name;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name")
    @Table(name = "t")
    static class WrongJavaType extends BaseRecord {
        @Field(type = FieldType.DATE)
        private String name;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name")
    @Table(name = "t")
    static class MoneyWithoutColumns extends BaseRecord {
        @Field
        private String name;
        @Field
        private Money price;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name")
    @Table(name = "t")
    static class UnknownSection extends BaseRecord {
        @Field(section = "elsewhere")
        private String name;
    }

    @RecordType(area = "test", name = "bad", plural = "bads", title = "name")
    @Table(name = "t")
    static class ColumnTwice extends BaseRecord {
        @Field
        private String name;
        @Field
        @Column(name = "created_at")
        private String other;
    }

    private record Unit(String area, List<Class<?>> entities) implements PersistenceUnit {
        @Override
        public ClassLoader loader() {
            return RecordModelsTest.class.getClassLoader();
        }

        @Override
        public EntityManager entityManager() {
            throw new UnsupportedOperationException("not asked for");
        }
    }

    @Test
    void readsTheDeclaration() {
        RecordModel model = ModelReader.read(Good.class, new Unit("test", List.of())).orElseThrow();
        assertThat(model.name()).isEqualTo("test.good");
        assertThat(model.info().path()).isEqualTo("/api/test/goods");
        assertThat(model.info().route()).isEqualTo("/test/goods");
        assertThat(model.fields().keySet()).containsExactly("name", "creditCode", "homeRegion", "id", "ownerId", "departmentId", "createdAt", "createdBy",
                "updatedAt", "updatedBy", "deletedAt");
        assertThat(model.require("name").info().sort()).isTrue();
        assertThat(model.require("name").info().max()).isEqualTo(200);
        assertThat(model.require("creditCode").column()).isEqualTo("credit");
        assertThat(model.require("homeRegion").column()).isEqualTo("home_region");
        assertThat(model.require("homeRegion").info().dictionary()).isEqualTo("core.region");
        assertThat(model.require("ownerId").type()).isEqualTo(FieldType.MEMBER);
        assertThatThrownBy(() -> model.require("notAField")).isInstanceOf(TenonException.class);
    }

    @Test
    void refusesWhatContradictsItselfInPlainWords() {
        refused(NoTable.class, "names no @Table");
        refused(NoTitle.class, "title nothing is no field");
        refused(UnsortableDefault.class, "default sort size is no field that lists may be sorted by");
        refused(ChoiceWithoutDictionary.class, "a choice needs a dictionary");
        refused(WrongJavaType.class, "a field of type date cannot be a String");
        refused(MoneyWithoutColumns.class, "@AttributeOverride must name the column of its amount");
        refused(UnknownSection.class, "no section elsewhere");
        refused(ColumnTwice.class, "two fields have the column created_at");
        assertThat(ModelReader.read(String.class, new Unit("test", List.of()))).isEmpty();
    }

    @Test
    void aWrongTypeIsLeftOutAndTheOthersServe() {
        models.add(new Unit("test", List.of(NoTitle.class, Good.class)));
        assertThat(models.types()).extracting(type -> type.name()).containsExactly("test.good");
    }

    @Test
    void absentIsNotFoundAtOnceAndBeingExchangedIsUnavailableAfterWaiting() {
        assertThatThrownBy(() -> models.require("test.good")).satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.NOT_FOUND));
        installed.add("test");
        assertThatThrownBy(() -> models.require("test.good")).satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.UNAVAILABLE));
        models.add(new Unit("test", List.of(Good.class)));
        assertThatThrownBy(() -> models.require("test.other")).satisfies(e -> assertThat(((TenonException) e).kind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void whoeverWaitsGetsTheTypeAsSoonAsItIsBack() throws Exception {
        RecordModels patient = new RecordModels(area -> false);
        AtomicInteger signals = new AtomicInteger();
        AutoCloseable follower = patient.onChange(signals::incrementAndGet);
        Unit before = new Unit("test", List.of(Good.class));
        patient.add(before);
        patient.remove(before);
        assertThat(patient.find("test.good")).isEmpty();
        CompletableFuture<RecordModel> waiting = CompletableFuture.supplyAsync(() -> patient.require("test.good"));
        CompletableFuture<RecordModel> byClass = CompletableFuture.supplyAsync(() -> patient.require(Good.class));
        Unit after = new Unit("test", List.of(Good.class, String.class));
        patient.add(after);
        assertThat(waiting.get().unit()).isSameAs(after);
        assertThat(byClass.get().unit()).isSameAs(after);
        assertThat(patient.revision()).isEqualTo(3);
        assertThat(signals).hasValue(3);
        follower.close();
        patient.remove(after);
        assertThat(signals).hasValue(3);
    }

    private static void refused(Class<?> entity, String reason) {
        assertThatThrownBy(() -> ModelReader.read(entity, new Unit("test", List.of()))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
