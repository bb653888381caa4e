package vn.motcua.dossier;

import java.util.List;

/**
 * What a counter clerk writes down at reception, unchecked; {@link Reception} checks it. Closed
 * lists are written in words ({@code at-home}), so that a wrong word is a problem of its field.
 *
 * @param procedureCode national code of the procedure
 * @param caseId case (trường hợp) picked by the clerk; null or {@code ""} if there are none
 * @param level {@code tinh} or {@code xa}; needed only if the procedure is handled at both
 * @param receptionUnit one-stop unit that receives; null if the clerk sits at only one
 * @param commune commune of the dossier; needed if the commune handles it
 * @param difficultArea true for mountainous areas and islands with limits of their own
 * @param channel word of {@link Channel}
 * @param assisted true if an official typed it for the applicant
 * @param priority word of {@link PriorityGroup}; null for none
 * @param returnWay word of {@link ReturnWay}
 * @param content what is asked, in the applicant's words; may be null
 * @param applicant who hands in
 * @param owner whose matter it is; null if that is the applicant
 * @param papers papers of the dossier
 */
public record Application(
    String procedureCode,
    String caseId,
    String level,
    String receptionUnit,
    String commune,
    boolean difficultArea,
    String channel,
    boolean assisted,
    String priority,
    String returnWay,
    String content,
    Person applicant,
    Person owner,
    List<Paper> papers) {

  /** A person or an organisation, as written down. */
  public record Person(
      String name,
      String kind,
      String identityKind,
      String identityNumber,
      String phone,
      String email,
      String address) {}

  /** One paper: how many, in which form, and whether it was really handed in. */
  public record Paper(String name, String kind, Integer count, boolean ticked) {}
}
