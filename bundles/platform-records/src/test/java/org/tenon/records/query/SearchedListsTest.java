package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.FieldAccess;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Lists that ask the search index. */
class SearchedListsTest {

    private static final Map<String, Object> CONTAINS = Map.of("contains", List.of(Map.of("var", "name"), "蓝博"));

    private static RecordQuery q(String text) {
        return new RecordQuery(null, "-createdAt", 50, null, List.of(), text, true, false);
    }

    @BothDatabases
    void theSearchBoxFindsParts(TestDatabase database) {
        try (Things things = new Things(database).searched()) {
            things.store(Map.of("name", "吉利汽车"));
            long firm = things.store(Map.of("name", "深圳蓝博科技"));
            RecordPage page = Things.SYSTEM.run(() -> things.reader.page(things.model, q("博科")));
            assertThat(page.items()).extracting(view -> view.id().value()).containsExactly(firm);
            assertThat(page.total().count()).isEqualTo(1);
            assertThat(page.search()).isEqualTo(new RecordPage.Search(true, false, 1_000, 2));
            assertThat(Things.SYSTEM.run(() -> things.reader.page(things.model, RecordQuery.first(5))).search()).isNull();
        }
    }

    @BothDatabases
    void withoutAnIndexBeginningsAreFoundAndItIsSaid(TestDatabase database) {
        try (Things things = new Things(database)) {
            long firm = things.store(Map.of("name", "蓝博科技"));
            things.store(Map.of("name", "深圳蓝博"));
            RecordPage page = Things.SYSTEM.run(() -> things.reader.page(things.model, q("蓝博")));
            assertThat(page.items()).extracting(view -> view.id().value()).containsExactly(firm);
            assertThat(page.search().ready()).isFalse();
            assertThatThrownBy(() -> Things.SYSTEM.run(() -> things.reader.page(things.model, RecordQuery.first(5).where(CONTAINS))))
                    .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        }
    }

    @BothDatabases
    void nobodyAsksAFieldTheyMayNotSeeNorFindsRecordsOfOthers(TestDatabase database) {
        try (Things things = new Things(database).searched()) {
            Caller seller = things.member(21, Set.of(), Set.of(), List.of(new RecordGrant("r", "test.thing", "read", Scope.OWN, Set.of())),
                    new FieldLimit("r", "test.thing", "note", FieldAccess.HIDDEN));
            long own = things.store(Map.of("name", "蓝博一", "ownerId", 21L, "note", "秘密"));
            things.store(Map.of("name", "蓝博二", "ownerId", 22L));
            RecordPage page = seller.run(() -> things.reader.page(things.model, RecordQuery.first(5).where(CONTAINS)));
            assertThat(page.items()).extracting(view -> view.id().value()).containsExactly(own);
            TenonException refused = catchThrowableOfType(TenonException.class, () -> seller.run(() -> things.reader.page(things.model,
                    RecordQuery.first(5).where(Map.of("contains", List.of(Map.of("var", "note"), "秘密"))))));
            assertThat(refused.errors().get(0).code()).isEqualTo("unknownField");
        }
    }
}
