// Texts written for these tests.

export const chinese = [`城市养蜂：新手的第一年

五年前，在城市中心养蜜蜂听起来像个笑话。如今，当地的养蜂协会有二百一十名会员，每年春天都有新人加入。

如果你想开始养蜂，好消息是城市里的蜜蜂过得很好。公园、花园和路边的树木从三月到十月一直开花，而农田往往只开一个月。

蜂箱应该放在安静的地方，早上能晒到太阳，下午有一点阴凉。
`, `城市养蜂：初学者的第一年

五年前，在城市中心养蜜蜂听起来像个玩笑。现在，当地的养蜂社团有二百一十名成员，每年春天都有新成员加入。

如果你想着手养蜂，喜讯是城市里的蜜蜂过得很好。公园、花园和路边的树木从三月到十月一直开花，而田地往往只开一个月。

蜂箱应该放在宁静的地方，早上能晒到阳光，下午有一点阴凉。
`];

export const arabic = [`تربية النحل في المدينة

قبل خمس سنوات بدت تربية النحل في وسط المدينة مزحة. أما اليوم فتضم الجمعية المحلية 210 أعضاء، وينضم إليها أعضاء جدد في كل ربيع.

إذا كنت تريد أن تبدأ، فالخبر الجيد هو أن النحل يعيش جيدا في المدينة. تزهر الحدائق والأشجار من مارس إلى أكتوبر، بينما تزهر الحقول شهرا واحدا فقط. اقرأ المزيد في https://example.org/bees عن النحل.
`, `رعاية النحل في المدينة

قبل خمس سنوات بدت رعاية النحل في وسط المدينة نكتة. أما اليوم فتضم الرابطة المحلية 210 أعضاء، وينضم إليها أعضاء جدد في كل ربيع.

إذا كنت تريد أن تبدأ، فالنبأ السار هو أن النحل يعيش جيدا في المدينة. تزهر البساتين والأشجار من مارس إلى أكتوبر، بينما تزهر الحقول شهرا واحدا فقط. اقرأ المزيد في https://example.org/bees عن النحل.
`];

/// A text of so many words that mean nothing, and the same with every seventh word swapped for
/// what always stands for it.
export const long = (words) => {
  const syllables = ["ba", "ken", "dor", "mi", "sal", "tu", "ver", "lo", "nar", "pe"];
  const word = (i) => syllables[i % 10] + syllables[Math.floor(i / 10) % 10] + syllables[Math.floor(i / 100) % 10];
  let state = 1;
  const next = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const source = [];
  const rewrite = [];
  for (let i = 0; i < words; ++i) {
    const number = next(990);
    const end = i % 12 === 11 ? (i % 96 === 95 ? ".\n\n" : ". ") : " ";
    source.push(word(number) + end);
    rewrite.push(word(number % 7 === 0 ? number + 3 : number) + end);
  }
  return [source.join(""), rewrite.join("")];
};
