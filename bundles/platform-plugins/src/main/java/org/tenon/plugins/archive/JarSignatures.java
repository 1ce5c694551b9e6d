package org.tenon.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.tenon.plugins.archive.Signature.State;

/** Verifies what jarsigner signed: every file in the archive by one and the same signer, and none of the signed files gone. */
final class JarSignatures {

    private final TrustStore trust;
    private final Clock clock;

    JarSignatures(TrustStore trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    Signature of(Path archive) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile(), true)) {
            List<JarEntry> files = jar.stream().filter(entry -> !entry.isDirectory()).toList();
            if (files.stream().noneMatch(entry -> signatureFile(entry.getName()))) {
                return Signature.NONE;
            }
            List<JarEntry> contents = files.stream().filter(entry -> !belongsToSignature(entry.getName())).toList();
            for (JarEntry entry : contents) {
                read(jar, entry);
            }
            return removed(jar, contents) ? new Signature(State.TAMPERED, "") : judge(contents);
        } catch (SecurityException e) {
            // JarFile's word for a file that is not what was signed.
            return new Signature(State.TAMPERED, "");
        }
    }

    private Signature judge(List<JarEntry> contents) {
        Set<CodeSigner> common = null;
        for (JarEntry entry : contents) {
            Set<CodeSigner> signers = entry.getCodeSigners() == null ? Set.of() : new HashSet<>(Arrays.asList(entry.getCodeSigners()));
            if (common == null) {
                common = signers;
            } else {
                common.retainAll(signers);
            }
            if (common.isEmpty()) {
                return new Signature(anySigned(contents) ? State.TAMPERED : State.UNTRUSTED, "");
            }
        }
        List<CodeSigner> signers = common == null ? List.of() : new ArrayList<>(common);
        return signers.stream().filter(this::trusted).findFirst().map(signer -> new Signature(State.VALID, name(signer)))
            .orElseGet(() -> new Signature(State.UNTRUSTED, signers.isEmpty() ? "" : name(signers.get(0))));
    }

    /** Without any file that counts as signed the signature was made with an algorithm this Java does not accept any more. */
    private static boolean anySigned(List<JarEntry> contents) {
        return contents.stream().anyMatch(entry -> entry.getCodeSigners() != null);
    }

    private boolean trusted(CodeSigner signer) {
        Date at = signer.getTimestamp() != null && trust.trusts(signer.getTimestamp().getSignerCertPath(), signer.getTimestamp().getTimestamp())
            ? signer.getTimestamp().getTimestamp() : Date.from(clock.instant());
        return trust.trusts(signer.getSignerCertPath(), at);
    }

    private static String name(CodeSigner signer) {
        return signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate
            ? certificate.getSubjectX500Principal().getName() : "";
    }

    /** Signed files of which only the manifest still speaks. */
    private static boolean removed(JarFile jar, List<JarEntry> contents) throws IOException {
        Manifest manifest = jar.getManifest();
        Set<String> there = new HashSet<>(contents.stream().map(JarEntry::getName).toList());
        return manifest == null || manifest.getEntries().entrySet().stream()
            .filter(entry -> entry.getValue().keySet().stream().anyMatch(name -> name.toString().toUpperCase(Locale.ROOT).endsWith("-DIGEST")))
            .anyMatch(entry -> !entry.getKey().endsWith("/") && !there.contains(entry.getKey()));
    }

    private static void read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static boolean signatureFile(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(RSA|DSA|EC)");
    }

    /** Files that cannot be signed themselves. */
    private static boolean belongsToSignature(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
    }
}
