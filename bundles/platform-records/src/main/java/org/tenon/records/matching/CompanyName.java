package org.tenon.records.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tenon.records.dictionary.Places;

/** What of a company's name is its own: without legal form, group words and place. */
final class CompanyName {

    private static final int SHORTEST = 2;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^()\\[\\]【】〔〕]*)[)\\]】〕]");

    /** Longest first. A branch (分公司) is another party than its company and keeps its words. */
    private static final List<String> CHINESE = Stream.of("股份有限责任公司", "股份有限公司", "有限责任公司", "集团有限公司", "集团公司", "有限公司", "责任公司", "总公司", "公司",
            "集团", "股份", "有限", "总部", "控股", "普通合伙", "有限合伙", "特殊普通合伙", "合伙企业", "个人独资企业", "个体工商户", "个体户", "企业")
            .sorted(Comparator.comparing(String::length).reversed()).toList();
    private static final Set<String> ANYWHERE = Set.of("集团", "股份");
    private static final Set<String> WESTERN = Set.of("ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp", "lp", "plc",
            "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa", "oy", "oyj", "aps", "pty", "pte",
            "pvt", "kk", "sdn", "bhd", "sl", "slu", "lda", "group", "holding", "holdings", "and", "the", "und", "et");

    private CompanyName() {
    }

    /** The name's own words, folded, as one; all of them where nothing would remain. */
    static String core(String written) {
        String open = brackets(Normalizer.normalize(written, Normalizer.Form.NFKC));
        List<String> words = Words.of(open);
        List<String> own = new ArrayList<>();
        for (String word : words) {
            if (!WESTERN.contains(word)) {
                own.add(word);
            }
        }
        String text = String.join("", own.isEmpty() ? words : own);
        return strip(text);
    }

    /** Brackets go; so does what stands in them if it names a place or a form, as in 股份(有限)公司 or (上海). */
    private static String brackets(String text) {
        return BRACKETS.matcher(text).replaceAll(found -> {
            String inner = Words.fold(found.group(1));
            boolean idle = inner.isEmpty() || Places.is(inner) || CHINESE.contains(inner);
            return idle ? "" : Matcher.quoteReplacement(found.group(1));
        });
    }

    private static String strip(String text) {
        String rest = text;
        boolean found = true;
        while (found && !rest.endsWith("分公司")) {
            found = false;
            for (String form : CHINESE) {
                if (rest.endsWith(form) && rest.length() - form.length() >= SHORTEST) {
                    rest = rest.substring(0, rest.length() - form.length());
                    found = true;
                    break;
                }
            }
        }
        for (String word : ANYWHERE) {
            String without = rest.replace(word, "");
            rest = without.length() >= SHORTEST ? without : rest;
        }
        return Places.strip(rest, SHORTEST);
    }
}
