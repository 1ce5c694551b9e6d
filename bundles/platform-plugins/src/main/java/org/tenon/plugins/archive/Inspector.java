package org.tenon.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.lint.Lint;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.archive.Brings;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.bundle.BundleJar;
import org.tenon.sdk.lint.bundle.Texts;
import org.tenon.sdk.lint.rule.Finding;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.ArchiveException;
import org.tenon.sdk.lint.zip.Budget;
import org.tenon.sdk.lint.zip.SafeZip;

/** Looks into archives without running anything of them. The settings and the trusted certificates are read each time. Safe for all threads. */
public final class Inspector {

    private static final String RULE = "signature";

    private final Path conf;
    private final Clock clock;

    /** @param conf the folder {@code TENON_HOME/conf}; nothing in it need be there */
    public Inspector(Path conf, Clock clock) {
        this.conf = conf;
        this.clock = clock;
    }

    /**
     * What the archive holds, and what speaks against it.
     *
     * @throws TenonException UNREADABLE with the reason if it is no plugin at all: no zip file, damaged, leading outside, over a limit
     */
    public Inspection inspect(Path archive) {
        try {
            PluginArchive content = ArchiveReader.read(archive);
            SignaturePolicy policy = SignaturePolicy.read(conf);
            Signature signature = new JarSignatures(TrustStore.read(conf), clock).of(archive);
            Stream<Finding> findings = Stream.concat(judge(policy, signature).stream(), Lint.check(content).stream());
            return inspection(content, signature, findings.sorted(Comparator.comparing(Finding::severity)).toList(), sha256(archive));
        } catch (ArchiveException e) {
            throw Refusal.unreadable("plugins.said.noPlugin", e.sentence());
        } catch (GeneralSecurityException e) {
            throw Refusal.conflict("plugins.said.trust", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be read", e);
        }
    }

    /**
     * Unpacks a whole archive below an existing, empty folder, within the same limits.
     *
     * @throws TenonException UNREADABLE as {@link #inspect} does
     */
    public static void unpack(Path archive, Path folder) {
        try (SafeZip zip = SafeZip.open(archive, Budget.usual())) {
            zip.unpack(folder);
        } catch (ArchiveException e) {
            throw Refusal.unreadable("plugins.said.noPlugin", e.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot be unpacked", e);
        }
    }

    /** Hexadecimal. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static Inspection inspection(PluginArchive content, Signature signature, List<Finding> findings, String sha256) {
        Brings brings = Brings.of(content.bundles());
        List<BundleInArchive> bundles = content.bundles().stream()
            .map(bundle -> new BundleInArchive(bundle.path(), bundle.symbolicName(), bundle.version(), bundle.area(), bundle.startLevel())).toList();
        List<String> smoke = Arrays.stream(content.header("Tenon-Smoke").split("[,\\s]+")).filter(path -> !path.isEmpty()).toList();
        Texts texts = content.main().map(BundleJar::texts).orElse(new Texts(Map.of()));
        return new Inspection(content.name(), content.version(), texts, content.kar(), bundles, content.requires(), brings, brings.asks(),
            content.bundles().stream().map(BundleJar::migrations).flatMap(List::stream).toList(), signature, findings, sha256, smoke,
            content.header("Tenon-Compatible-From"));
    }

    private static Optional<Finding> judge(SignaturePolicy policy, Signature signature) {
        return switch (signature.state()) {
            case VALID -> Optional.empty();
            case TAMPERED -> Optional.of(Finding.refuse(RULE, Sentence.of("plugins.said.tampered")));
            case UNSIGNED -> finding(policy, Sentence.of("plugins.said.unsigned"));
            case UNTRUSTED -> finding(policy, signature.by().isEmpty() ? Sentence.of("plugins.said.untrusted") : Sentence.of("plugins.said.untrustedBy", signature.by()));
        };
    }

    private static Optional<Finding> finding(SignaturePolicy policy, Sentence reason) {
        return switch (policy) {
            case OFF -> Optional.empty();
            case WARN -> Optional.of(Finding.warn(RULE, reason));
            case REQUIRE -> Optional.of(Finding.refuse(RULE, Sentence.of("plugins.said.signatureRequired", reason)));
        };
    }
}
