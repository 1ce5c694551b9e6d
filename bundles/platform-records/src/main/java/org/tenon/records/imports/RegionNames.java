package org.tenon.records.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds region codes by the names of province, city and district, each with or without the word for what it is. */
final class RegionNames {

    /** The parts an address has columns for. */
    enum Level {
        PROVINCE(Set.of("省份", "省", "省市", "province", "state", "provincestate")),
        CITY(Set.of("城市", "市", "地市", "地级市", "縣市", "city", "town")),
        DISTRICT(Set.of("区县", "區縣", "区", "區", "县", "鄉鎮市區", "区/县", "district", "county"));

        private final Set<String> headers;

        Level(Set<String> headers) {
            this.headers = headers;
        }

        static Optional<Level> of(String header) {
            String folded = Words.fold(header);
            for (Level level : values()) {
                if (level.headers.contains(folded)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    private static final String SUFFIX = "(特别行政区|維吾爾自治區|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|林区|省|市|区|县|盟|旗)$";

    private final Map<String, Map<String, String>> children = new HashMap<>();

    /** @param parent code of the region it lies in, empty for a province */
    void add(String code, String parent, String name) {
        Map<String, String> names = children.computeIfAbsent(parent, key -> new HashMap<>());
        String folded = Words.fold(name);
        names.put(folded, code);
        names.putIfAbsent(bare(folded), code);
    }

    /**
     * The deepest region named.
     *
     * @param parts what stands in the columns; blank ones count as absent
     * @return the code; null if a name is unknown, or lies in another region than it is said to
     */
    @Nullable String code(Map<Level, String> parts) {
        String at = "";
        String last = "";
        for (Level level : Level.values()) {
            String name = parts.getOrDefault(level, "").strip();
            if (name.isEmpty()) {
                continue;
            }
            String found = find(at, name);
            if (found == null && !at.isEmpty() && bare(Words.fold(name)).equals(bare(Words.fold(last)))) {
                continue; // a municipality is its own city
            }
            if (found == null) {
                return null;
            }
            at = found;
            last = name;
        }
        return at.isEmpty() ? null : at;
    }

    /** The code of a full name, such as {@code 广东省 广州市 天河区}, its parts separated by blanks, slashes or hyphens. */
    @Nullable String code(String fullName) {
        String at = "";
        for (String name : fullName.strip().split("[\\s/\\->·,，]+")) {
            String found = find(at, name);
            if (found == null) {
                return null;
            }
            at = found;
        }
        return at;
    }

    /** Among what lies directly in the region, else one level deeper: districts of municipalities lie under no city people name. */
    private @Nullable String find(String at, String name) {
        String folded = Words.fold(name);
        Map<String, String> here = children.getOrDefault(at, Map.of());
        String found = here.getOrDefault(folded, here.get(bare(folded)));
        if (found != null || at.isEmpty()) {
            return found;
        }
        for (String code : here.values()) {
            Map<String, String> below = children.getOrDefault(code, Map.of());
            String deeper = below.getOrDefault(folded, below.get(bare(folded)));
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static String bare(String folded) {
        String bare = folded.replaceFirst(SUFFIX, "");
        return bare.isEmpty() ? folded : bare;
    }
}
