package org.tenon.sdk.lint.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.Migration;
import org.tenon.sdk.lint.text.Sentence;

/**
 * Migrations only ever add, or drop an index, so that the version before still works after a way back; they touch the area's own tables alone, and run on Derby and PostgreSQL.
 */
final class MigrationsRule implements Rule {

    private static final String NAME = "migrations";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String TABLE = "\"?(\\w+)\"?";
    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE TABLE " + TABLE + "[ (].*", FLAGS);
    private static final Pattern CREATE_INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX \\w+ ON " + TABLE + "[ (].*", FLAGS);
    private static final Pattern ADD = Pattern.compile("ALTER TABLE " + TABLE + " ADD .*", FLAGS);
    private static final Pattern INSERT = Pattern.compile("INSERT INTO " + TABLE + "[ (].*", FLAGS);
    private static final Pattern UPDATE = Pattern.compile("UPDATE " + TABLE + " .*", FLAGS);
    /** Names of indexes begin as those of their tables do. */
    private static final Pattern DROP_INDEX = Pattern.compile("DROP INDEX " + TABLE, FLAGS);
    private static final List<Pattern> ADDITIVE = List.of(CREATE_TABLE, CREATE_INDEX, DROP_INDEX, ADD, INSERT, UPDATE);
    private static final Pattern FILE = Pattern.compile("db/V(\\d{1,9})__\\w+\\.sql");
    private static final Pattern ONE_DATABASE = Pattern.compile(
        "\\b(IF NOT EXISTS|ILIKE|SERIAL|BIGSERIAL|JSONB|TEXT|RETURNING|ON CONFLICT|SKIP LOCKED|AUTO_INCREMENT|LIMIT \\d+)\\b", FLAGS);
    private static final Pattern REQUIRED = Pattern.compile("ALTER TABLE \\S+ ADD (?!.*\\bDEFAULT\\b).*\\bNOT NULL\\b.*", FLAGS);

    @Override
    public List<Finding> check(PluginArchive archive) {
        List<Finding> findings = new ArrayList<>();
        for (BundleJar bundle : archive.bundles()) {
            Set<String> versions = new HashSet<>();
            for (Migration migration : bundle.migrations()) {
                named(bundle, migration, versions, findings);
                migration.statements().forEach(statement -> check(bundle.area(), migration.file(), statement, findings));
            }
        }
        return findings;
    }

    private static void named(BundleJar bundle, Migration migration, Set<String> versions, List<Finding> findings) {
        Matcher name = FILE.matcher(migration.file());
        if (!name.matches()) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.migrations.name", migration.file())));
        } else if (!versions.add(name.group(1).replaceFirst("^0+", ""))) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.migrations.twice", bundle.shown(), name.group(1))));
        }
    }

    private static void check(String area, String file, String statement, List<Finding> findings) {
        String plain = plain(statement);
        Matcher additive = ADDITIVE.stream().map(pattern -> pattern.matcher(plain)).filter(Matcher::matches).findFirst().orElse(null);
        if (additive == null) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.migrations.more", file, shortened(plain))));
        } else if (!additive.group(1).toLowerCase(Locale.ROOT).startsWith(area + "_")) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.migrations.foreign", file, additive.group(1), area)));
        }
        if (REQUIRED.matcher(plain).matches()) {
            findings.add(Finding.refuse(NAME, Sentence.of("lint.migrations.required", file, shortened(plain))));
        }
        Matcher single = ONE_DATABASE.matcher(plain);
        if (single.find()) {
            findings.add(Finding.warn(NAME, Sentence.of("lint.migrations.database", file, single.group(1), shortened(plain))));
        }
    }

    /** One line, its quoted texts and placeholders emptied so that their words are not taken for SQL. */
    private static String plain(String statement) {
        return statement.replaceAll("'[^']*'", "''").replaceAll("\\$\\{\\w+}", "\\$").replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String statement) {
        return statement.length() > 120 ? statement.substring(0, 120) + "…" : statement;
    }
}
