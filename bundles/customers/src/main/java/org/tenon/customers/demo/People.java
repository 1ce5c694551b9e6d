package org.tenon.customers.demo;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents the people at a company. */
final class People {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎";
    /** How they are spelt, in the same order. */
    private static final List<String> SPELT = List.of(("wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han "
        + "tang feng yu dong xiao cheng cao yuan deng xu fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan").split(" "));
    private static final String WOMEN = "芳娜秀敏静丽艳娟霞燕玲莹雪琳晶妍茜倩婷瑶怡颖蕾岚慧";
    private static final String MEN = "伟强磊军洋勇杰涛超明刚平辉鹏斌宇浩凯健俊帆旭宁龙峰";
    private static final String MIDDLE = "志文国建晓海春家子雨思嘉佳永正天宏一";
    private static final List<String> FEMALE = List.of("Emma", "Olivia", "Sophie", "Hannah", "Laura", "Julia", "Claire", "Ingrid", "Chloé", "Giulia", "Mei Ling",
        "Sarah", "Katharina", "Anneke", "Isabelle");
    private static final List<String> MALE = List.of("James", "Oliver", "Thomas", "Lukas", "Daniel", "Marco", "Pierre", "Erik", "Jan", "William", "Wei Jie",
        "Andrew", "Matthias", "Sven", "Étienne");
    private static final List<String> FAMILIES = List.of("Miller", "Thompson", "Bennett", "Schneider", "Hoffmann", "Dubois", "Laurent", "Rossi", "Tan", "Lim",
        "Campbell", "van Dijk", "Lindqvist", "Nguyen", "Clarke", "Weber", "Moreau", "O'Brien", "Svensson", "Conti");
    private static final List<List<String>> POSTS = List.of(
        List.of("decisionMaker", "总经理", "General manager", "总经办"), List.of("decisionMaker", "董事长", "Managing director", "董事会"),
        List.of("procurement", "采购经理", "Purchasing manager", "采购部"), List.of("procurement", "采购专员", "Buyer", "采购部"),
        List.of("finance", "财务总监", "Finance director", "财务部"), List.of("technical", "技术总监", "Head of engineering", "技术部"),
        List.of("evaluator", "项目经理", "Project manager", "项目部"), List.of("user", "运营主管", "Operations lead", "运营部"),
        List.of("influencer", "市场经理", "Marketing manager", "市场部"), List.of("assistant", "总经理助理", "Executive assistant", "总经办"));
    private static final List<String> HOBBIES = List.of("钓鱼", "羽毛球", "爬山", "书法", "摄影", "篮球", "喝茶", "跑马拉松", "骑行", "围棋");
    private static final List<String> HOBBIES_ABROAD = List.of("Sailing", "Cycling", "Chess", "Photography", "Hiking", "Jazz", "Running", "Skiing");

    private final Dice dice;

    People(Dice dice) {
        this.dice = dice;
    }

    /** The file of a person at the company, without the company. @param place 0 for the one to turn to */
    Map<String, Object> next(Company company, int place) {
        boolean woman = dice.oneIn(2);
        boolean chinese = company.chinese();
        List<String> post = dice.of(POSTS);
        int surname = dice.upTo(SPELT.size());
        String name = name(company, woman, surname);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("partyRole", post.get(0));
        values.put("jobTitle", words(company, post.get(1), post.get(2)));
        if (chinese) {
            values.put("department", words(company, post.get(3), ""));
        }
        values.put("mainContact", place == 0);
        values.put("gender", woman ? "female" : "male");
        values.put("phones", List.of(Map.of("kind", "mobile", "value", mobile(company))));
        values.put("emails", List.of(Map.of("kind", "work", "value", mailbox(company, name, SPELT.get(surname), place) + "@" + company.domain())));
        if (company.place().country().equals("CN") && dice.oneIn(2)) {
            values.put("wechat", "wx_" + dice.digits(8));
        } else if (!chinese && dice.oneIn(2)) {
            values.put("linkedin", "https://www.linkedin.com/in/demo-" + dice.digits(8));
        }
        if (dice.oneIn(3)) {
            birthday(values, chinese);
        }
        if (dice.oneIn(4)) {
            values.put("hobbies", dice.of(chinese ? HOBBIES : HOBBIES_ABROAD));
        }
        return values;
    }

    private String name(Company company, boolean woman, int surname) {
        if (!company.chinese()) {
            return dice.of(woman ? FEMALE : MALE) + " " + dice.of(FAMILIES);
        }
        String name = SURNAMES.charAt(surname) + (dice.oneIn(3) ? "" : dice.letterOf(MIDDLE)) + dice.letterOf(woman ? WOMEN : MEN);
        return words(company, name, "");
    }

    private static String words(Company company, String chinese, String english) {
        return switch (company.place().country()) {
            case "CN" -> chinese;
            case "TW" -> Traditional.of(chinese);
            default -> english;
        };
    }

    private String mobile(Company company) {
        return switch (company.place().country()) {
            case "CN" -> dice.of("13", "15", "17", "18", "19") + dice.between(0, 9) + dice.digits(8);
            case "TW" -> "+886 9" + dice.digits(2) + " " + dice.digits(6);
            default -> company.place().dialling() + "555" + dice.digits(4);
        };
    }

    private String mailbox(Company company, String name, String surname, int place) {
        if (company.chinese()) {
            return surname + "." + (place + 1) + dice.digits(2);
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z ]", "").replace(' ', '.');
    }

    private void birthday(Map<String, Object> values, boolean chinese) {
        boolean lunar = chinese && dice.oneIn(3);
        String year = dice.oneIn(3) ? "" : dice.between(1960, 2001) + "-";
        values.put("birthdayCalendar", lunar ? "lunar" : "solar");
        values.put("birthday", year + "%02d-%02d".formatted(dice.between(1, 12), dice.between(1, 28)));
    }
}
