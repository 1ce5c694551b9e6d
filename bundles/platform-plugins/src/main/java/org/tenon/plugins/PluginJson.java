package org.tenon.plugins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tenon.plugins.archive.Inspection;
import org.tenon.plugins.archive.Signature;

/** Plugins as REST shows them. */
final class PluginJson {

    private PluginJson() {
    }

    static Map<String, Object> of(Plugin plugin, Locale locale) {
        Inspection content = plugin.content();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", plugin.name());
        json.put("label", plugin.label());
        json.put("version", plugin.version());
        json.put("state", word(plugin.state()));
        json.put("reason", plugin.reason());
        json.put("since", plugin.since() == null ? null : plugin.since().toString());
        json.put("by", plugin.by());
        json.put("origin", word(plugin.origin()));
        json.put("versions", plugin.versions());
        json.put("previous", plugin.previous());
        json.put("requires", plugin.requires());
        json.put("requiredBy", plugin.requiredBy());
        json.put("brings", content == null ? Map.of() : content.brings().in(locale));
        json.put("signature", content == null ? null : of(content.signature()));
        json.put("takesOver", plugin.takesOver());
        return json;
    }

    static Map<String, Object> of(Offer offer, Locale locale) {
        Inspection content = offer.content();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", offer.id());
        json.put("name", content.name());
        json.put("version", content.version());
        json.put("label", content.label(locale));
        json.put("action", offer.action());
        json.put("adds", content.brings().in(locale));
        json.put("permissions", content.permissions());
        json.put("migrations", content.migrations());
        json.put("requires", content.requires());
        json.put("signature", of(content.signature()));
        json.put("findings", offer.findings().stream()
            .map(finding -> Map.of("severity", word(finding.severity()), "rule", finding.rule(), "text", finding.text(locale))).toList());
        return json;
    }

    static List<Map<String, Object>> of(List<Plugin> plugins, Locale locale) {
        return plugins.stream().map(plugin -> of(plugin, locale)).toList();
    }

    private static Map<String, Object> of(Signature signature) {
        return Map.of("state", word(signature.state()), "by", signature.by());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
