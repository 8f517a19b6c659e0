// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import io.nats.client.NKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** An operator with an account, who gives credentials to users as those of NATS do. */
final class Authority {
    private static final String LIMITS =
            "\"limits\":{\"subs\":-1,\"data\":-1,\"payload\":-1,\"imports\":-1,\"exports\":-1,"
                    + "\"wildcards\":true,\"conn\":-1,\"leaf\":-1%s}";
    private static final String STREAMS =
            ",\"mem_storage\":-1,\"disk_storage\":-1,\"streams\":-1,\"consumer\":-1";

    private final SecureRandom random = new SecureRandom();
    private final NKey operator = NKey.createOperator(random);
    private final NKey account = NKey.createAccount(random);
    private final NKey system = NKey.createAccount(random);

    Authority() throws IOException, GeneralSecurityException {}

    /** What a server has to know. */
    String configuration() throws IOException, GeneralSecurityException {
        return """
        operator: %s
        system_account: %s
        resolver: MEMORY
        resolver_preload: {
          %s: %s
          %s: %s
        }
        """
                .formatted(
                        jwt(operator, key(operator), "{\"type\":\"operator\",\"version\":2}"),
                        key(system),
                        key(system),
                        jwt(operator, key(system), account("")),
                        key(account),
                        jwt(operator, key(account), account(STREAMS)));
    }

    private static String account(String streams) {
        return "{" + LIMITS.formatted(streams) + ",\"type\":\"account\",\"version\":2}";
    }

    /** A file of credentials for a new user. */
    Path credentials(Path file) throws IOException, GeneralSecurityException {
        NKey user = NKey.createUser(random);
        String claim =
                "{\"pub\":{},\"sub\":{},\"subs\":-1,\"data\":-1,\"payload\":-1,"
                        + "\"type\":\"user\",\"version\":2}";
        return Files.writeString(
                file,
                """
                -----BEGIN NATS USER JWT-----
                %s
                ------END NATS USER JWT------

                -----BEGIN USER NKEY SEED-----
                %s
                ------END USER NKEY SEED------
                """
                        .formatted(jwt(account, key(user), claim), new String(user.getSeed())));
    }

    static String key(NKey of) throws IOException, GeneralSecurityException {
        return new String(of.getPublicKey());
    }

    private static String jwt(NKey issuer, String subject, String claim)
            throws IOException, GeneralSecurityException {
        String body =
                """
                {"jti":"%s","iat":%d,"iss":"%s","name":"test","sub":"%s","nats":%s}\
                """
                        .formatted(
                                subject,
                                System.currentTimeMillis() / 1000,
                                key(issuer),
                                subject,
                                claim);
        String text = base64("{\"typ\":\"JWT\",\"alg\":\"ed25519-nkey\"}") + "." + base64(body);
        return text + "." + base64(issuer.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
