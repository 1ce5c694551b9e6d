package org.tenon.customers.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenon.customers.customer.CreditCode;

/** Invents companies: seven in ten from mainland China, one in ten from Taiwan, the others from elsewhere. */
final class Companies {

    private static final String FIRST = "华瑞恒鼎泰宏远中博凯盛嘉汇安信天海鸿隆卓越润新诚启明正德永和景云锦星晟睿";
    private static final String SECOND = "达丰源创腾辉泽通科润邦佳利昌图航锐联捷森耀盈禾川朗拓晖原翔诺成恩为合";
    private static final List<String> WESTERN = List.of("Harbour", "Summit", "Crescent", "Lakeside", "Granite", "Beacon", "Falcon", "Orchard", "Sterling",
        "Aurora", "Cedar", "Bridge", "Compass", "Anchor", "Juniper", "Willow", "Copper", "Evergreen", "Pioneer", "Silver Birch");
    private static final List<String> STREETS = List.of("人民路", "中山路", "建设路", "解放路", "滨江路", "科技大道", "创业路", "文化路", "长安街", "迎宾大道");
    private static final Map<String, List<String>> FORMS = Map.of("US", List.of("Inc.", "LLC"), "GB", List.of("Ltd"), "DE", List.of("GmbH", "AG"),
        "FR", List.of("SARL", "SA"), "SG", List.of("Pte. Ltd."), "AU", List.of("Pty Ltd"), "CA", List.of("Inc."), "NL", List.of("B.V."),
        "SE", List.of("AB"), "IT", List.of("S.r.l."));
    private static final List<String> HABITS = List.of("喜欢在上午开会，下午多在工地。", "报价单要附英文版。", "只接受对公转账，月底结算。", "决策要经过董事会，周期约一个月。",
        "老板是茶友，见面聊茶。", "邮件务必抄送采购部。", "对交期非常敏感，提前三天提醒。", "春节前后两周不谈业务。");

    private final Dice dice;
    private final LocalDate today;
    private final Set<String> names = new HashSet<>();
    private int count;

    Companies(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    Company next() {
        Place place = dice.upTo(10) < 7 ? dice.of(Place.CHINA) : dice.oneIn(3) ? dice.of(Place.TAIWAN) : dice.of(Place.WEST);
        Trade trade = dice.of(Trade.ALL);
        String brand;
        String name;
        do {
            brand = brand(place);
            name = name(place, brand, trade);
        } while (!names.add(name));
        return company(name, brand, place, trade);
    }

    /** A branch elsewhere in China. */
    Company branchOf(Company head) {
        Place place;
        String name;
        do {
            place = dice.of(Place.CHINA);
            name = head.name() + place.city() + "分公司";
        } while (!names.add(name));
        return company(name, head.brand() + place.city(), place, head.trade());
    }

    private Company company(String name, String brand, Place place, Trade trade) {
        count++;
        String host = FORMS.containsKey(place.country()) ? brand.toLowerCase(Locale.ROOT).replace(" ", "") : "company";
        String domain = host + count + ".example";
        return new Company(name, brand, place, trade, domain, file(name, brand, place, trade, domain));
    }

    private String brand(Place place) {
        return FORMS.containsKey(place.country()) ? dice.of(WESTERN) : dice.letterOf(FIRST) + dice.letterOf(SECOND);
    }

    private String name(Place place, String brand, Trade trade) {
        List<String> forms = FORMS.get(place.country());
        if (forms != null) {
            return dice.of(brand, place.city() + " " + brand) + " " + trade.english() + " " + dice.of(forms);
        }
        if (place.country().equals("TW")) {
            return Traditional.of(brand + trade.chinese()) + dice.of("股份有限公司", "有限公司");
        }
        return dice.of(place.city() + brand, place.city() + "市" + brand, brand) + trade.chinese() + dice.of("有限公司", "有限公司", "股份有限公司", "集团有限公司");
    }

    private Map<String, Object> file(String name, String brand, Place place, Trade trade, String domain) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", "C%05d".formatted(10_000 + count));
        values.put("name", name);
        values.put("shortName", place.country().equals("TW") ? Traditional.of(brand) : brand);
        values.put("type", dice.of("customer", "customer", "customer", "customer", "customer", "prospect", "prospect", "prospect", "partner", "supplier",
            "agent", "competitor"));
        values.put("status", dice.of("active", "active", "active", "active", "dormant", "lost"));
        values.put("level", dice.of("A", "B", "B", "C", "C", "C", "D"));
        values.put("industry", trade.industry());
        values.put("source", dice.of("phone", "exhibition", "website", "referral", "advertising", "search", "visit", "event"));
        values.put("country", place.country());
        values.put("address", place.country().equals("CN") ? place.address() + dice.of(STREETS) + dice.between(1, 999) + "号"
            : place.country().equals("TW") ? place.address() + "中山路" + dice.between(1, 300) + "號" : dice.between(1, 400) + " " + place.address());
        values.put("postalCode", place.postcode());
        values.put("phones", List.of(Map.of("kind", "office", "value", landline(place))));
        values.put("emails", List.of(Map.of("kind", "work", "value", "info@" + domain)));
        values.put("website", "https://www." + domain);
        values.put("employees", dice.of(8, 15, 30, 60, 120, 260, 500, 1200, 3500));
        values.put("founded", today.minusDays(dice.between(400, 11_000)).toString());
        if (place.country().equals("CN")) {
            values.put("region", place.region());
            values.put("creditCode", creditCode(place.region()));
            values.put("registeredCapital", dice.of("50", "100", "500", "1000", "2000", "5000", "10000"));
        }
        if (dice.oneIn(4)) {
            values.put("preferences", dice.of(HABITS));
        }
        if (dice.oneIn(3)) {
            values.put("tags", List.of(dice.of("重点跟进", "老客户", "价格敏感", "年框", "试用中", "VIP"), dice.of("2026展会", "推荐", "线上", "出口")));
        }
        return values;
    }

    private String landline(Place place) {
        return place.country().equals("CN") ? place.dialling() + "-" + dice.between(2, 8) + dice.digits(7) : place.dialling() + "555" + dice.digits(4);
    }

    /** Registered with the market authority (9) as an enterprise (1) in its district. */
    private String creditCode(String region) {
        String first = "91" + region + "MA" + dice.digits(1) + dice.letterOf("ABCDEFGHJKLMNPQRTUWXY") + dice.digits(5);
        return first + CreditCode.check(first);
    }
}
