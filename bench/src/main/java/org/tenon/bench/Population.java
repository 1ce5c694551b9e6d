package org.tenon.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Customers for a bulk load: the same at every run. The first 200 belong to the persona that owns 200. */
final class Population {

    static final int OWNED = 200;
    static final int SHARED = 1000;

    private static final String[][] CITIES = {{"北京", "beijing", "11"}, {"上海", "shanghai", "31"}, {"广州", "guangzhou", "4401"},
        {"深圳", "shenzhen", "4403"}, {"成都", "chengdu", "5101"}, {"武汉", "wuhan", "4201"}, {"杭州", "hangzhou", "3301"}};
    private static final String[][] WORDS = {{"恒", "heng"}, {"信", "xin"}, {"瑞", "rui"}, {"丰", "feng"}, {"海", "hai"}, {"云", "yun"},
        {"天", "tian"}, {"和", "he"}, {"嘉", "jia"}, {"达", "da"}};
    private static final String[] LEVELS = {"A", "B", "C"};

    private final Company company;
    private final int size;
    private final boolean custom;

    /** @param custom whether each customer has the values of {@link CustomFields} */
    Population(Company company, int size, boolean custom) {
        this.company = company;
        this.size = size;
        this.custom = custom;
    }

    int size() {
        return size;
    }

    boolean custom() {
        return custom;
    }

    long teamMember() {
        return company.teamMemberId();
    }

    /** Column → value of customer {@code i}. */
    Map<String, Object> customer(int i) throws IOException {
        Random random = new Random(i * 31L + 7);
        String[] city = CITIES[random.nextInt(CITIES.length)];
        String[] one = WORDS[random.nextInt(WORDS.length)];
        String[] two = WORDS[random.nextInt(WORDS.length)];
        int who = random.nextInt(company.owners().size());
        boolean own = i < OWNED;
        LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochMilli(created(i)), ZoneOffset.UTC);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id(i));
        row.put("version", 1);
        row.put("created_at", at.toString().replace('T', ' '));
        row.put("updated_at", at.toString().replace('T', ' '));
        row.put("deleted_token", 0);
        row.put("title_key", city[1] + one[1] + two[1] + String.format("%07d", i));
        row.put("title_fold", city[0] + one[0] + two[0] + String.format("%07d", i));
        row.put("owner_id", own ? company.ownerId() : company.owners().get(who));
        row.put("department_id", company.departments().get(own ? 11 : who));
        row.put("name", city[0] + one[0] + two[0] + String.format("%07d", i));
        row.put("number", "N" + i);
        row.put("region", city[2]);
        row.put("level", LEVELS[random.nextInt(LEVELS.length)]);
        row.put("industry", company.industries().get(random.nextInt(company.industries().size())));
        if (custom) {
            row.put("custom_values", CustomFields.json(this, i));
        }
        return row;
    }

    /** Ids rise with {@code created_at}, a customer every half minute up to now. */
    long id(int i) {
        return (created(i) - 1_577_836_800_000L) << 22 | i & 0x3FFFFFL;
    }

    private long created(int i) {
        return 1_790_000_000_000L - (size - i) * 30_000L;
    }
}
