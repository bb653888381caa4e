package vn.motcua.access;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets in whom the province's identity provider names, if that person has an account here. With
 * {@code motcua.oidc.posts-claim} the account is made, and its posts are kept as that claim lists
 * them, and its address as the claim {@code email} has it; a post that does not exist here is left
 * out, and nobody becomes administrator by a claim.
 */
@Component
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private final OidcUserService provider = new OidcUserService();
  private final Memberships memberships;
  private final Accounts accounts;
  private final String nameClaim;
  private final String postsClaim;

  OidcAccounts(
      Memberships memberships,
      Accounts accounts,
      @Value("${motcua.oidc.name-claim:preferred_username}") String nameClaim,
      @Value("${motcua.oidc.posts-claim:}") String postsClaim) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.nameClaim = nameClaim;
    this.postsClaim = postsClaim;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser claimed = provider.loadUser(request);
    String userId = claimed.getClaimAsString(nameClaim);
    if (userId == null) {
      throw refused("login.oidc.no-name", nameClaim);
    }
    List<String> posts = postsClaim.isEmpty() ? null : claimed.getClaimAsStringList(postsClaim);
    if (posts != null) {
      accounts.keep(userId, claimed.getFamilyName(), claimed.getGivenName(), posts);
    }
    Optional<Membership> person = memberships.of(userId);
    if (person.isPresent() && !Boolean.FALSE.equals(claimed.getEmailVerified())) {
      accounts.keepEmail(userId, claimed.getEmail(), true);
    }
    return person
        .map(
            p ->
                new DefaultOidcUser(
                    AuthorityUtils.createAuthorityList(p.authorities()),
                    claimed.getIdToken(),
                    claimed.getUserInfo(),
                    nameClaim))
        .orElseThrow(() -> refused("login.oidc.unknown", userId));
  }

  private static OAuth2AuthenticationException refused(String key, String value) {
    LoginRefused cause = new LoginRefused(key, value);
    return new OAuth2AuthenticationException(new OAuth2Error("access_denied"), cause);
  }
}
