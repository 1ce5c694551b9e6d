package org.tenon.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Certificates whose owners may sign plugins, or sign for others who do. */
final class TrustStore {

    private static final String PASSWORD = "plugins.trustPassword";

    private final Set<X509Certificate> trusted;

    TrustStore(Set<X509Certificate> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /**
     * Reads {@code plugin-trust.p12} (its password is the setting {@code plugins.trustPassword}, none by default) and PEM or DER files in {@code trusted-plugins/}.
     *
     * @param conf the folder {@code TENON_HOME/conf}
     */
    static TrustStore read(Path conf) throws IOException, GeneralSecurityException {
        Set<X509Certificate> found = new HashSet<>();
        Path store = conf.resolve("plugin-trust.p12");
        if (Files.exists(store)) {
            String password = SignaturePolicy.settings(conf).getProperty(PASSWORD, "");
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, password.isEmpty() ? null : password.toCharArray());
            }
            for (String alias : Collections.list(keys.aliases())) {
                add(keys.getCertificate(alias), found);
            }
        }
        Path folder = conf.resolve("trusted-plugins");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer)")).toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        CertificateFactory.getInstance("X.509").generateCertificates(in).forEach(certificate -> add(certificate, found));
                    }
                }
            }
        }
        return new TrustStore(found);
    }

    private static void add(Certificate certificate, Set<X509Certificate> found) {
        if (certificate instanceof X509Certificate one) {
            found.add(one);
        }
    }

    /**
     * Whether the chain leads to a trusted certificate, and every certificate in it was valid then.
     *
     * @param at when it was signed, as a trusted time stamp says, else now
     */
    boolean trusts(CertPath chain, Date at) {
        List<? extends Certificate> certificates = chain.getCertificates();
        if (trusted.isEmpty() || certificates.isEmpty() || !(certificates.get(0) instanceof X509Certificate signer)) {
            return false;
        }
        try {
            if (trusted.contains(signer)) {
                signer.checkValidity(at);
                return true;
            }
            PKIXParameters rules = new PKIXParameters(anchors());
            rules.setRevocationEnabled(false);
            rules.setDate(at);
            CertPathValidator.getInstance("PKIX").validate(withoutAnchor(certificates), rules);
            return true;
        } catch (GeneralSecurityException e) {
            // Whatever is wrong with the chain, it does not lead to anyone trusted.
            return false;
        }
    }

    private Set<TrustAnchor> anchors() {
        Set<TrustAnchor> anchors = new HashSet<>();
        trusted.forEach(certificate -> anchors.add(new TrustAnchor(certificate, null)));
        return anchors;
    }

    private CertPath withoutAnchor(List<? extends Certificate> certificates) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertPath(certificates.stream().takeWhile(certificate -> !trusted.contains(certificate)).toList());
    }
}
