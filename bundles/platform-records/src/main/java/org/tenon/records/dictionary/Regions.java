package org.tenon.records.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.text.Resource;
import org.tenon.sdk.text.Script;
import org.tenon.sdk.text.Titles;

/** Provinces, cities and districts of China by their GB/T 2260 codes ({@code regions.txt}), with names in three languages. */
final class Regions {

    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("15", "Inner Mongolia"), Map.entry("54", "Tibet"),
            Map.entry("61", "Shaanxi"), Map.entry("64", "Ningxia"), Map.entry("65", "Xinjiang"), Map.entry("45", "Guangxi"),
            Map.entry("71", "Taiwan"), Map.entry("81", "Hong Kong"), Map.entry("82", "Macao"), Map.entry("1501", "Hohhot"),
            Map.entry("6501", "Ürümqi"), Map.entry("5401", "Lhasa"), Map.entry("2301", "Harbin"), Map.entry("2302", "Qiqihar"),
            Map.entry("1507", "Hulunbuir"), Map.entry("1506", "Ordos"), Map.entry("6502", "Karamay"), Map.entry("6504", "Turpan"),
            Map.entry("6505", "Hami"), Map.entry("6531", "Kashgar"), Map.entry("5402", "Shigatse"));

    /** What a name ends in, longest first; for English the first becomes the second. */
    private static final List<List<String>> ENDINGS = List.of(List.of("特别行政区", ""), List.of("壮族自治区", ""), List.of("回族自治区", ""),
            List.of("维吾尔自治区", ""), List.of("自治区直辖县级行政区划", "Directly administered"), List.of("省直辖县级行政区划", "Directly administered"),
            List.of("自治区", ""), List.of("自治州", " Prefecture"), List.of("自治县", " County"), List.of("自治旗", " Banner"), List.of("地区", " Prefecture"),
            List.of("新区", " New Area"), List.of("林区", " Forestry District"), List.of("省", ""), List.of("市", ""), List.of("区", " District"), List.of("县", " County"),
            List.of("盟", " League"), List.of("旗", " Banner"));

    private Regions() {
    }

    static List<Item> items() {
        Map<String, String> names = new HashMap<>();
        List<String> codes = new ArrayList<>();
        for (String line : Resource.lines(Regions.class, "regions.txt")) {
            int blank = line.indexOf(' ');
            codes.add(line.substring(0, blank));
            names.put(line.substring(0, blank), line.substring(blank + 1));
        }
        Set<String> known = new HashSet<>(codes);
        List<Item> items = new ArrayList<>(codes.size());
        for (String code : codes) {
            String name = names.getOrDefault(code, code);
            items.add(new Item(code, parent(code, known), null, Map.of(Locale.SIMPLIFIED_CHINESE, name,
                    Locale.TRADITIONAL_CHINESE, Script.TRADITIONAL.of(name), Locale.ENGLISH, english(code, name))));
        }
        return items;
    }

    private static @Nullable String parent(String code, Set<String> known) {
        for (int length = code.length() - 2; length > 0; length -= 2) {
            if (known.contains(code.substring(0, length))) {
                return code.substring(0, length);
            }
        }
        return null;
    }

    private static String english(String code, String name) {
        String known = ENGLISH.get(code);
        if (known != null) {
            return known;
        }
        for (List<String> ending : ENDINGS) {
            String plain = ending.get(0);
            if (name.endsWith(plain) && (name.length() > plain.length() + 1 || plain.length() > 3)) {
                return (Titles.romanised(name.substring(0, name.length() - plain.length())) + ending.get(1)).strip();
            }
        }
        return Titles.romanised(name);
    }
}
