package vn.motcua.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** As much of an OpenID provider as a login needs: keys, and tokens that say what a test wants. */
final class IdentityProvider {

  private final HttpServer server;
  private final RSAKey key;
  private volatile String idToken;

  private IdentityProvider(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  static IdentityProvider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
      IdentityProvider provider = new IdentityProvider(server, key);
      server.createContext("/keys", call -> say(call, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext(
          "/token",
          call ->
              say(
                  call,
                  "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                      + "\"id_token\":\""
                      + provider.idToken
                      + "\"}"));
      server.start();
      return provider;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** The claims of the next token. */
  void willSay(Map<String, Object> claims, String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer("http://localhost")
            .audience("motcua")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce);
    claims.forEach(token::claim);
    try {
      SignedJWT signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), token.build());
      signed.sign(new RSASSASigner(key));
      idToken = signed.serialize();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  void stop() {
    server.stop(0);
  }

  private static void say(HttpExchange call, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }
}
