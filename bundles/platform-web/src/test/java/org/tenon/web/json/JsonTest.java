package org.tenon.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordView;

class JsonTest {

    private final Json json = new Json();

    record Order(String name, BigDecimal price, LocalDateTime at, LocalDate day, LocalTime hour, RecordId id, boolean paid) {
    }

    @Test
    void recordsComeBackAsTheyWent() throws IOException {
        Order order = new Order("榫", new BigDecimal("12.5000"), LocalDateTime.of(2026, 11, 23, 1, 30, 0, 123_456_000),
                LocalDate.of(2026, 11, 23), LocalTime.of(9, 30), RecordId.next(), true);
        assertThat(read(written(order), Order.class)).isEqualTo(order);
    }

    @Test
    void momentsAreUtcAndDecimalsAreStrings() throws IOException {
        String written = written(new Order("a", new BigDecimal("1E+3"), LocalDateTime.of(2026, 11, 23, 1, 30), LocalDate.of(2026, 1, 2),
                LocalTime.of(9, 30), RecordId.of("0SAK972B3KTFF"), false));
        assertThat(written).isEqualTo("{\"name\":\"a\",\"price\":\"1000\",\"at\":\"2026-11-23T01:30:00Z\",\"day\":\"2026-01-02\","
                + "\"hour\":\"09:30:00\",\"id\":\"0SAK972B3KTFF\",\"paid\":false}");
    }

    @Test
    void aMomentOfAnyOffsetIsTheSameInstant() throws IOException {
        assertThat(((Order) read("{\"at\":\"2026-11-23T09:30:00+08:00\"}", Order.class)).at())
                .isEqualTo(LocalDateTime.of(2026, 11, 23, 1, 30));
    }

    @Test
    void mapsHoldLongAndBigDecimal() throws IOException {
        Map<?, ?> map = (Map<?, ?>) read("{\"a\":1,\"b\":1.50,\"c\":[9007199254740993],\"d\":null,\"e\":true}",
                new TypeReference<Map<String, Object>>() { }.getType());
        assertThat(map.get("a")).isEqualTo(1L);
        assertThat(map.get("b")).isEqualTo(new BigDecimal("1.50"));
        assertThat(map.get("c")).isEqualTo(List.of(9007199254740993L));
        assertThat(map.containsKey("d")).isTrue();
        assertThat(map.get("e")).isEqualTo(true);
    }

    @Test
    void aPageIsItsRecordsWithCursorsThatMayBeNull() throws IOException {
        RecordId id = RecordId.of("0SAK972B3KTFF");
        RecordView view = new RecordView(id, 3, new LinkedHashMap<>(Map.of("id", id.toString())));
        assertThat(written(new RecordPage(List.of(view), "c", null, new RecordPage.Total(10_000, true)))).isEqualTo(
                "{\"items\":[{\"id\":\"0SAK972B3KTFF\"}],\"next\":\"c\",\"previous\":null,\"total\":{\"count\":10000,\"capped\":true},\"search\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":1} x", "{\"a\":1}{}", "{\"a\":", "{a:1}", "{\"a\":NaN}", "[1,]", "{\"a\":01}",
        "{\"a\":\"x\\u0000\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00x\"}", "{\"a\":1e999999999}", "{\"a\":123456789012345678901}"})
    void badJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text, Object.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nope\":1}", "{\"price\":true}", "{\"price\":\"abc\"}", "{\"at\":\"2026-11-23\"}", "{\"at\":5}", "{\"name\":5}",
        "{\"id\":\"short\"}", "{\"paid\":\"yes\"}", "{\"day\":\"2026-02-30\"}", "[]", "5"})
    void valuesOfAWrongTypeAreRefused(String text) {
        assertThatThrownBy(() -> read(text, Order.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> read("[".repeat(100_000), Object.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> read("", Object.class)).isInstanceOf(TenonException.class).hasMessage("the body is empty");
    }

    @Test
    void brokenUtf8IsRefused() {
        for (byte[] broken : List.of(new byte[] {'"', (byte) 0xff, '"'}, new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'})) {
            assertThatThrownBy(() -> json.read(new ByteArrayInputStream(broken), Object.class)).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void absentMembersAreEmpty() throws IOException {
        assertThat(read("{}", Order.class)).isEqualTo(new Order(null, null, null, null, null, null, false));
    }

    private Object read(String text, java.lang.reflect.Type type) throws IOException {
        return json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), type);
    }

    private String written(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.write(out, value);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A class loader as each bundle has one, which nobody holds but who has seen its classes. */
    @Test
    void forgottenClassesAreFreeToGo() throws Exception {
        URL[] here = {JsonTest.class.getProtectionDomain().getCodeSource().getLocation()};
        URLClassLoader loader = new URLClassLoader(here, null);
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        PhantomReference<ClassLoader> reference = new PhantomReference<>(loader, gone);
        Object seen = read("{\"count\":1}", loader.loadClass(Plain.class.getName()));
        assertThat(written(seen)).isEqualTo("{\"count\":1}");
        loader.close();
        seen = null;
        loader = null;
        json.forget();
        Reference<?> freed = null;
        for (int i = 0; i < 50 && freed == null; i++) {
            System.gc();
            freed = gone.remove(100);
        }
        assertThat(freed).isSameAs(reference);
    }

    record Plain(int count) {
    }
}
