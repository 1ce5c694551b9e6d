package org.tenon.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Someone with a key, made by keytool, who signs jar files as jarsigner does. Those of one folder share a key store. */
final class Signer {

    private static final String PASSWORD = "secret-of-tests";

    private final Path store;
    private final String name;

    private Signer(Path store, String name) {
        this.store = store;
        this.name = name;
    }

    /** @param options further ones of keytool */
    static Signer named(Path folder, String name, String... options) throws IOException, InterruptedException {
        Signer signer = new Signer(folder.resolve("keys.p12"), name);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
            "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1", "-alias", name,
            "-keystore", signer.store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        return signer;
    }

    /** An authority, which may certify others. */
    static Signer authority(Path folder, String name) throws IOException, InterruptedException {
        return named(folder, name, "-ext", "bc:c");
    }

    /** Someone whose certificate this authority signs. */
    Signer certify(String other) throws IOException, InterruptedException {
        return named(store.getParent(), other, "-signer", name, "-signerkeypass", PASSWORD);
    }

    Path sign(Path archive) throws IOException, GeneralSecurityException {
        Path signed = Files.createTempFile(archive.getParent(), "signed", ".jar");
        KeyStore.PrivateKeyEntry key = (KeyStore.PrivateKeyEntry) keys().getEntry(name, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        try (ZipFile in = new ZipFile(archive.toFile()); OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).signerName(name.toUpperCase(Locale.ROOT)).build().sign(in, out);
        }
        return Files.move(signed, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The certificate as text. */
    String pem() throws IOException, GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(keys().getCertificate(name).getEncoded()) + "\n-----END CERTIFICATE-----\n";
    }

    /** Writes a key store that holds the certificate alone. */
    void exportTo(Path target, char[] password) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(name, keys().getCertificate(name));
        try (OutputStream out = Files.newOutputStream(target)) {
            trust.store(out, password);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
