package org.tenon.records.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.text.PlainText;

/**
 * Makes HTML harmless. What comes out is written anew: text with every angle bracket escaped, and a few tags without attributes, links with
 * theirs checked; every tag is closed. So nothing a browser might read differently than we do can get through.
 */
public final class RichText {

    private static final Set<String> KEPT = Set.of("p", "br", "b", "strong", "i", "em", "u", "s", "h1", "h2", "h3", "h4", "ul", "ol", "li",
            "blockquote", "pre", "code", "a", "table", "thead", "tbody", "tr", "th", "td", "hr");
    private static final Set<String> EMPTY = Set.of("br", "hr");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:\"[^\"]*+\"|'[^']*+'|[^>\"']++){0,50}+)>");
    private static final Pattern DROPPED = Pattern.compile("(?is)<!--.*?-->|<(script|style|title|iframe|noscript|template)\\b.*?(</\\1\\s*>|$)");
    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern SAFE_LINK = Pattern.compile("(?i)(https?://|mailto:)[^\\s<>\"'`]+");
    /** What only HTML has: a tag of its own, be it kept or not. Angle brackets of other words are signs that somebody wrote. */
    private static final Pattern MARKED = Pattern.compile("(?i)<!--|</?(?:" + String.join("|", KEPT)
            + "|div|span|section|article|font|img|svg|math|style|script|iframe|object|embed|form|input|button|body|html|title|template|noscript)(?=[\\s/>])");
    private static final Pattern LONE_AMPERSAND = Pattern.compile("&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private RichText() {
    }

    /**
     * What a field keeps of what somebody sent: the harmless part of HTML; of text without any tag each line as a paragraph.
     *
     * @return null if there is nothing to be read in it
     */
    public static @Nullable String of(String given) {
        String kept = MARKED.matcher(given).find() ? clean(given)
                : given.lines().map(line -> "<p>" + clean(line.strip()) + "</p>").collect(Collectors.joining());
        boolean seen = kept.contains("<hr>") || PlainText.of(kept).codePoints().anyMatch(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c));
        return seen ? kept : null;
    }

    /** Answers the harmless part. */
    public static String clean(String html) {
        return new RichText().rewrite(DROPPED.matcher(html).replaceAll(""));
    }

    private String rewrite(String html) {
        Matcher tag = TAG.matcher(html);
        int done = 0;
        while (tag.find()) {
            text(html.substring(done, tag.start()));
            done = tag.end();
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (!KEPT.contains(name)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                start(name, tag.group(3));
            } else {
                end(name);
            }
        }
        text(html.substring(done));
        while (!open.isEmpty()) {
            out.append("</").append(open.pop()).append('>');
        }
        return out.toString();
    }

    private void text(String raw) {
        out.append(LONE_AMPERSAND.matcher(raw).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void start(String name, String attributes) {
        out.append('<').append(name);
        if (name.equals("a")) {
            link(attributes);
        }
        out.append('>');
        if (!EMPTY.contains(name)) {
            open.push(name);
        }
    }

    private void end(String name) {
        if (!open.contains(name)) {
            return;
        }
        String closed;
        do {
            closed = open.pop();
            out.append("</").append(closed).append('>');
        } while (!closed.equals(name));
    }

    private void link(String attributes) {
        Matcher href = HREF.matcher(attributes);
        if (!href.find()) {
            return;
        }
        String target = href.group(1) != null ? href.group(1) : href.group(2) != null ? href.group(2) : href.group(3);
        if (SAFE_LINK.matcher(target).matches()) {
            out.append(" href=\"").append(target).append("\" rel=\"noopener noreferrer\"");
        }
    }
}
