// Honest text in many languages: nothing is found in it, whatever rare characters it needs.
#include <gtest/gtest.h>
#include <string>

#include "engine/text/unfold.hpp"

namespace unspin {
namespace {

std::string found_in(std::string_view text) {
  Unfolder unfolder;
  Unfolded unfolded;
  unfolder.unfold(text, unfolded);
  std::string found;
  for (const HiddenText& place : unfolded.places) {
    found += std::string(name_of(place.trick)) + " in " + std::string(text) + "\n";
  }
  EXPECT_EQ(unfolded.is_changed, !unfolded.places.empty()) << text;
  EXPECT_TRUE(unfolded.is_changed || (unfolded.text.empty() && unfolded.pieces.empty())) << text;
  return found;
}

void expect_clean(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    EXPECT_EQ(found_in(text), "");
  }
}

TEST(UnfoldClean, LatinAlphabets) {
  expect_clean({
      "",
      "Plain text, 1,000 words of it.",
      "“I don’t know,” she said – and left… It cost £5 (or €6), naïve as that is.",
      "L’été dernier, nous avons mangé des crêpes à Nîmes : c’était très bon, n’est-ce pas ?",
      "Die Straße führt über Köln; „schöne Grüße“, schrieb er. 5 ‰ zahlten nicht.",
      "Işıklı bir ılık akşamda İstanbul’da çay içtik, yıldızlar çıktı.",
      "Það var þá að maðurinn fór út á ísinn með æðruleysi.",
      "Zażółć gęślą jaźń, łódź płynie.",
      "Tiếng Việt có nhiều dấu: đường phố Hà Nội rất đông người.",
      "Tie\u0302\u0301ng Vie\u0323\u0302t cu\u0303ng co\u0301 da\u0302\u0301u ro\u031B\u0300i.",
      "Azərbaycan dili gözəldir, mən onu öyrənirəm.",
      "Ɗan ƙasa ya ɓoye ƙwai a gidansa.",
      "Eʋegbe nye gbegbɔgblɔ si wodona le Ghana kple Togo; ɣeyiɣi ɖe, ame ŋutɔ ƒe nya.",
      "Taqbaylit d tutlayt n Tmaziɣt deg Lezzayer.",
      "The Tamaziɣt languages are spoken in Morocco.",
      "Bibliothèque: ŒUVRES, cœur, ﬁnal ﬂat oﬃce, 1ª edição, Mᵐᵉ, nᵗʰ, 2ⁿᵈ.",
      "In Paradiſe the bleſſed are, as Milton has ſaid.",
      "Ŝanĝo ĉiuĵaŭde. Pāli ñāṇa, Māori whānau, Hawaiʻi, Qurʾān.",
      "ŋ and ə, Ǝ, ʻokina, !Kung, ǀXam, ǁGana.",
      "Bath is [bɑːθ] in the south, /ˈɡɑːdən/ is garden; the vowel ɑ, the gesture /ɡ/.",
      "He said /kɑt/ for cot, [ɡo] for go.",
  });
}

TEST(UnfoldClean, CyrillicAndGreekAlphabets) {
  expect_clean({
      "Съешь же ещё этих мягких французских булок, да выпей чаю. А в саду — о чудо! — и с утра "
      "рай.",
      "Україна має їжу й ґанок; її м’яч і п’ять яблук.",
      "Ћирилица и latinica стоје једна поред друге: ово је реченица, a ovo je rečenica.",
      "Қазақ тілі — түркі тілдерінің бірі, үй, қала, һәм.",
      "Македонскиот јазик има буква ѕ: ѕвезда, ѕид.",
      "За́мок и замо́к: ударе́ние ме́няет смысл.",
      "Η Αθήνα είναι η πρωτεύουσα της Ελλάδας. Ο άνθρωπος και το φως· τι ώρα είναι;",
      "Μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος οὐλομένην, ἣ μυρί’ Ἀχαιοῖς ἄλγε’ ἔθηκε.",
      "SIM-карта и COVID-инфекция, iPhone-ом снято, витамин C и группа B, точка A, ось y.",
      "В тексте есть SMSка, HTCшный телефон, PDFка и TVшка, а ещё вектор a и класс c.",
      "ООО «Ромашка» купило Windows, Photoshop и Xerox у IBM.",
      "The Russian words нос, сор and мир, and the Greek Αθήνα, λόγος and νους, stay in this text.",
      "He quoted “о” and «а», the prepositions “с” and “у”, in his essay on Russian grammar.",
      "The novel Война и мир was translated; а и б сидели на трубе is a rhyme.",
      "ЯTV shows it; KoЯn and Toys Я Us play.",
  });
}

TEST(UnfoldClean, OtherAlphabets) {
  expect_clean({
      "ذهب الولد إلى المدرسة، ثم عاد 12 مرة.",
      "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
      "می‌خواهم کتاب‌های تازه را بخوانم. سال ۱۴۰۲ ه‍ ش.",
      "יְהִי אוֹר וַיְהִי־אוֹר׃ בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
      "התקנתי WhatsApp וגם הWindows שלי, וGoogle \u200Fעובד\u200E (OK).",
      "हिन्दी में क्‍ष और क्‌ष दोनों लिखे "
      "जाते "
      "हैं।",
      "বাংলা ভাষায় র‍্যাব ও উৎসব লেখা "
      "হয়।",
      "தமிழ் மொழி அழகானது, ஸ்ரீ.",
      "മലയാളത്തിൽ അവന്‍ എന്നും അവൻ "
      "എന്നും "
      "എഴുതും; "
      "പാല്‍ "
      "കുടിച്ചു.",
      "ශ්‍රී ලංකාව ලස්සන රටකි.",
      "ภาษาไทยไม่มีช่องว่างระหว่างคำ น้ำแข็ง ที่นี่ ใส่Tเชิ้ตสีขาว",
      "ភាសា​ខ្មែរ​មាន​អក្សរ​ច្រើន។",
      "မြန်မာ​ဘာသာ​စကား သည် လှပသည်။",
      "བོད་སྐད་ནི་ཧཱུྃ་ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ།",
      "中文文字里有ＡＢＣ和１２３，还有A股、T恤，价格￥１００（含税）。",
      "日本語のＴシャツ、Tシャツ、ＮＨＫ、ﾊﾝｶｸ、コ゛、１，０００円。",
      "한국어로 K팝과 A형, ㅋㅋㅋ, 우리나라 말.",
      "მე მიყვარს საქართველო და ქართული ენა.",
      "Ես սիրում եմ Հայաստանը։ Նա ասաց, որ ո՛չ։",
      "እኔ አማርኛ እናገራለሁ። ሀ ሁ ሂ",
      "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ is Cherokee, and Ꭳ is one of its letters.",
      "ᐃᓄᒃᑎᑐᑦ is Inuktitut.",
      "ᠮᠣᠩᠭᠣᠯ\u180Eᠠ ᠪᠢᠴᠢᠭ᠋",
      "The Armenian letter ո and Հայաստան in an English text.",
  });
}

TEST(UnfoldClean, EmojiAndSymbols) {
  expect_clean({
      // The formatter counts the columns of emoji in another way each time.
      // clang-format off
      "A family 👨‍👩‍👧‍👦, a couple 👩🏽‍❤️‍💋‍👨🏿, a rainbow flag 🏳️‍🌈 and ❤️‍🔥.",
      "Flags 🇩🇪🇫🇷 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴‍☠️, keys 1️⃣ #️⃣ *️⃣, signs ©️ ℹ️ Ⓜ️ ☎︎ ™.",
      // clang-format on
      "\uFEFFA mark at the start is how some editors save.",
      "葛󠄀城市 and 辻󠄁",
      "500 g ℮, ½ l, 5 °C, 300 K, 20 ℃, № 5, ™, x², H₂O, ①, Ⓐ, Ⅷ, Louis ⅩⅣ, ⅳ.",
  });
}

TEST(UnfoldClean, ScienceText) {
  expect_clean({
      "We set 𝑥 = 𝑦 + 1 and ℓ ∈ ℝ, so 𝑓(𝑥) = 𝑎𝑥² and 𝐴𝐱 = 𝐛 hold; 𝔼[𝑋] = 0.",
      "It runs in 𝑂(𝑛log𝑛), the 𝑖th step needs sin𝑥cos𝑦 d𝑥 and softmax\u2061𝑥 for 500 mℓ.",
      "The α-helix, the β-sheet, Δt = 5 µm, 10 μm, 4 kΩ, 3 Å, γ-rays, μTorrent and βeta-test.",
      "TNFα, IFNγ, NFκB, RORγt, PPARγ, νmax, ρgh, αs and Δx; where ν is the frequency, ρ the "
      "density and α an angle.",
      "The hybrid Citrus×limon, a 4×4, 1920×1080, a×b and f⨯g, p∨q.",
      "𝑓\u2061(𝑥) = 2\u2062𝑥 and log\u2061n and sin\u2061(a)",
      "∩︀ and ≨︀ are variants, 0︀ too.",
  });
}

TEST(UnfoldClean, NothingIsKeptFromTheTextBefore) {
  Unfolder unfolder;
  Unfolded unfolded;
  unfolder.unfold("h\u00ADidden", unfolded);
  EXPECT_TRUE(unfolded.is_changed);
  unfolder.unfold("plain", unfolded);
  EXPECT_FALSE(unfolded.is_changed);
  EXPECT_TRUE(unfolded.text.empty() && unfolded.places.empty() && unfolded.pieces.empty());
}

}  // namespace
}  // namespace unspin
