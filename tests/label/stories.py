"""One invented report, about a town clock and its repair, told in many languages: the articles around which pages are built."""

# ruff: noqa: E501  each paragraph is one line, as extractors write it

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """A headline and three paragraphs, each long enough to be prose in its script."""

    title: str
    first: str
    second: str
    third: str

    @property
    def paragraphs(self) -> tuple[str, str, str]:
        """The body."""
        return self.first, self.second, self.third


STORIES = {
    "vi": Story(
        "Đồng hồ tháp chợ Quán Mây chạy lại sau chín năm im tiếng",
        "Chiếc đồng hồ trên tháp chợ Quán Mây đã chạy lại vào rạng sáng thứ bảy, sau chín năm đứng im ở mười một giờ kém năm. Người thợ già Lò Văn Ẩn leo lên tháp lúc bốn giờ, lau từng bánh răng rồi cho quả lắc đi nhịp đầu tiên.",
        "Ban quản lý chợ cho biết việc sửa đồng hồ kéo dài bảy tháng vì không còn nơi nào bán bánh răng cỡ cũ. Hai người thợ trong xóm đã tự đúc lại ba bánh răng bằng đồng, mỗi chiếc nặng hơn một cân, rồi mài bằng tay trên tháp.",
        "Từ nay tiếng chuông đồng hồ sẽ báo giờ mở chợ và giờ tan chợ, ban đêm thì tháp im để bà con ngủ. Ông Ẩn nói ông sẽ lên dây cót mỗi sáng thứ hai, và đang dạy nghề cho cô cháu gái mười sáu tuổi thích leo tháp hơn đi chợ.",
    ),
    "en": Story(
        "Market clock strikes again after nine silent years",
        "The clock above the market hall in Wendle Hythe struck four on Saturday morning, nine years after its hands stopped at five to eleven. Its keeper, Oswin Tharrow, had climbed the tower in the dark, wiped every wheel and set the pendulum going by hand.",
        "The market council says that the repair of the clock took seven months, because nobody sells wheels of that size any more. Two smiths from the town cast three new brass wheels for it, each heavier than a bag of flour, and filed them in the tower itself.",
        "From now on the bell of the clock will ring when the market opens and when it closes, and the tower will stay quiet at night. The keeper will wind it on Monday mornings, and he is teaching the trade to his niece, who likes the tower better than the market.",
    ),
    "de": Story(
        "Die Marktuhr von Ellerwinkel schlägt nach neun Jahren wieder",
        "Die Uhr über der Markthalle von Ellerwinkel hat am Samstagmorgen vier geschlagen, neun Jahre nachdem ihre Zeiger um fünf vor elf stehen geblieben waren. Der Türmer Wendelin Haack war im Dunkeln auf den Turm gestiegen und hatte jedes Rad geputzt.",
        "Nach Angaben des Marktrats dauerte die Reparatur der Uhr sieben Monate, weil niemand mehr Räder dieser Größe verkauft. Zwei Schmiede aus dem Ort gossen drei neue Räder aus Messing, jedes schwerer als ein Sack Mehl, und feilten sie oben im Turm zurecht.",
        "Künftig läutet die Glocke der Uhr, wenn der Markt öffnet und wenn er schließt, und nachts bleibt der Turm still. Der Türmer zieht das Werk an jedem Montag auf und bringt das Handwerk seiner Nichte bei, die den Turm lieber mag als den Markt.",
    ),
    "fr": Story(
        "L'horloge du marché de Vaucourbe sonne de nouveau après neuf ans",
        "L'horloge de la halle de Vaucourbe a sonné quatre heures samedi matin, neuf ans après l'arrêt de ses aiguilles à onze heures moins cinq. Son gardien, Aubin Lestrade, était monté dans la tour en pleine nuit, avait essuyé chaque roue et lancé le balancier à la main.",
        "Selon le conseil du marché, la réparation de l'horloge a duré sept mois, car plus personne ne vend de roues de cette taille. Deux forgerons du bourg en ont coulé trois en laiton, chacune plus lourde qu'un sac de farine, puis les ont limées dans la tour même.",
        "Désormais la cloche de l'horloge sonnera à l'ouverture du marché et à sa fermeture, et la tour se taira la nuit. Le gardien la remontera chaque lundi, et il apprend le métier à sa nièce, qui préfère la tour au marché depuis qu'elle sait marcher.",
    ),
    "es": Story(
        "El reloj del mercado de Valdecanto vuelve a sonar tras nueve años",
        "El reloj del mercado de Valdecanto dio las cuatro el sábado por la mañana, nueve años después de que sus agujas se pararan a las once menos cinco. Su cuidador, Eladio Morquecho, había subido a la torre a oscuras y había limpiado cada rueda antes de mover el péndulo.",
        "El consejo del mercado explica que la reparación del reloj duró siete meses, porque ya nadie vende ruedas de ese tamaño. Dos herreros del pueblo fundieron tres ruedas nuevas de latón, cada una más pesada que un saco de harina, y las limaron en la misma torre.",
        "Desde ahora la campana del reloj sonará cuando abra el mercado y cuando cierre, y la torre callará por la noche. El cuidador le dará cuerda cada lunes, y ya enseña el oficio a su sobrina, a quien la torre le gusta más que el mercado desde niña.",
    ),
    "pt": Story(
        "Relógio do mercado de Vale Encoberto volta a tocar depois de nove anos",
        "O relógio do mercado de Vale Encoberto bateu as quatro na manhã de sábado, nove anos depois de os ponteiros terem parado às onze menos cinco. O zelador, Anselmo Quadros, tinha subido à torre no escuro, limpado cada roda e posto o pêndulo a andar com a mão.",
        "O conselho do mercado diz que a reparação do relógio durou sete meses, porque já ninguém vende rodas daquele tamanho. Dois ferreiros da vila fundiram três rodas novas de latão, cada uma mais pesada do que um saco de farinha, e limaram-nas na própria torre.",
        "A partir de agora o sino do relógio tocará quando o mercado abrir e quando fechar, e a torre ficará calada de noite. O zelador dará corda todas as segundas, e já ensina o ofício à sobrinha, que gosta mais da torre do que do mercado desde pequena.",
    ),
    "it": Story(
        "L'orologio del mercato di Pievescura batte di nuovo dopo nove anni",
        "L'orologio sopra il mercato di Pievescura ha battuto le quattro sabato mattina, nove anni dopo che le lancette si erano fermate alle undici meno cinque. Il custode, Ermete Valsangra, era salito sulla torre al buio, aveva pulito ogni ruota e avviato il pendolo a mano.",
        "Il consiglio del mercato spiega che la riparazione dell'orologio ha richiesto sette mesi, perché nessuno vende più ruote di quella misura. Due fabbri del paese hanno fuso tre ruote nuove di ottone, ciascuna più pesante di un sacco di farina, e le hanno limate nella torre.",
        "D'ora in poi la campana dell'orologio suonerà quando il mercato apre e quando chiude, e di notte la torre tacerà. Il custode lo caricherà ogni lunedì, e insegna già il mestiere alla nipote, che ama la torre più del mercato fin da bambina.",
    ),
    "nl": Story(
        "Marktklok van Oudemeer slaat weer na negen stille jaren",
        "De klok boven de markthal van Oudemeer heeft zaterdagochtend vier uur geslagen, negen jaar nadat de wijzers om vijf voor elf waren blijven staan. De klokkenman, Sjoerd Valkema, was in het donker de toren op geklommen en had elk wiel schoongemaakt.",
        "Volgens de marktraad duurde het herstel van de klok zeven maanden, omdat niemand meer wielen van die maat verkoopt. Twee smeden uit het dorp goten drie nieuwe wielen van messing, elk zwaarder dan een zak meel, en vijlden ze boven in de toren bij.",
        "Voortaan luidt de bel van de klok wanneer de markt opengaat en wanneer hij sluit, en 's nachts blijft de toren stil. De klokkenman windt het werk elke maandag op en leert het vak aan zijn nichtje, dat de toren leuker vindt dan de markt.",
    ),
    "pl": Story(
        "Zegar targowy w Mglistej Woli znów bije po dziewięciu latach",
        "Zegar nad halą targową w Mglistej Woli wybił w sobotę rano czwartą, dziewięć lat po tym, jak jego wskazówki stanęły za pięć jedenasta. Opiekun zegara, Bożydar Klęk, wszedł na wieżę po ciemku, wytarł każde koło i ręką puścił w ruch wahadło.",
        "Rada targowa podaje, że naprawa zegara trwała siedem miesięcy, bo nikt już nie sprzedaje kół tej wielkości. Dwaj kowale z miasteczka odlali trzy nowe koła z mosiądzu, każde cięższe od worka mąki, a potem piłowali je w samej wieży.",
        "Odtąd dzwon zegara odezwie się, gdy targ się otwiera i gdy się zamyka, a nocą wieża będzie milczeć. Opiekun nakręci go w każdy poniedziałek i uczy już fachu siostrzenicę, która woli wieżę od targu, odkąd nauczyła się chodzić.",
    ),
    "ru": Story(
        "Рыночные часы в Туманном Броде снова бьют после девяти лет молчания",
        "Часы над рынком в Туманном Броде пробили четыре утра в субботу, через девять лет после того, как стрелки замерли без пяти одиннадцать. Смотритель часов Прохор Вешняк поднялся на башню в темноте, протёр каждое колесо и рукой пустил маятник.",
        "В совете рынка говорят, что ремонт часов занял семь месяцев, потому что колёс такого размера больше никто не продаёт. Два кузнеца из городка отлили три новых латунных колеса, каждое тяжелее мешка муки, и обтачивали их прямо в башне.",
        "Теперь колокол часов будет звонить, когда рынок открывается и когда закрывается, а ночью башня будет молчать. Смотритель станет заводить часы по понедельникам и уже учит ремеслу племянницу, которой башня нравится больше рынка.",
    ),
    "uk": Story(
        "Ринковий годинник у Тихому Броді знову б'є після дев'яти років мовчання",
        "Годинник над ринком у Тихому Броді пробив четверту ранку в суботу, через дев'ять років після того, як стрілки завмерли за п'ять одинадцята. Доглядач годинника Оверко Ступа піднявся на вежу потемки, протер кожне колесо й рукою пустив маятник.",
        "У раді ринку кажуть, що ремонт годинника тривав сім місяців, бо коліс такого розміру більше ніхто не продає. Двоє ковалів із містечка відлили три нові латунні колеса, кожне важче за мішок борошна, і обточували їх просто у вежі.",
        "Відтепер дзвін годинника лунатиме, коли ринок відчиняється й коли зачиняється, а вночі вежа мовчатиме. Доглядач заводитиме годинник щопонеділка і вже вчить ремесла небогу, якій вежа подобається більше за ринок.",
    ),
    "tr": Story(
        "Sisli Çarşı'nın saati dokuz yıl sonra yeniden çalıyor",
        "Sisli Çarşı'nın kulesindeki saat, akrep ile yelkovanın on bire beş kala durmasından dokuz yıl sonra, cumartesi sabahı dördü vurdu. Saatin bakıcısı Hıdır Ünalmış karanlıkta kuleye çıktı, her çarkı tek tek sildi ve sarkacı eliyle yürüttü.",
        "Çarşı kurulu, o boyda çark satan kimse kalmadığı için saatin onarımının yedi ay sürdüğünü söylüyor. Kasabadan iki demirci, her biri bir un çuvalından ağır üç yeni pirinç çark döktü ve onları kulenin içinde eğeleyerek yerlerine oturttu.",
        "Bundan böyle saatin çanı çarşı açılırken ve kapanırken çalacak, geceleri ise kule susacak. Bakıcı saati her pazartesi kuracak; kuleyi çarşıdan daha çok seven yeğenine de bu işi şimdiden öğretiyor, çünkü kendisi yetmişini geçti.",
    ),
    "ar": Story(
        "ساعة السوق في وادي الغمام تدق من جديد بعد تسع سنوات",
        "دقت الساعة فوق سوق وادي الغمام الرابعة فجر السبت، بعد تسع سنوات من توقف عقربيها عند الحادية عشرة إلا خمس دقائق. وكان حارس الساعة نعمان الصواف قد صعد البرج في الظلام، ومسح كل عجلة بيده، ثم حرك البندول حركته الأولى.",
        "ويقول مجلس السوق إن إصلاح الساعة استغرق سبعة أشهر، لأن أحدا لم يعد يبيع عجلات بهذا الحجم. وصب حدادان من البلدة ثلاث عجلات جديدة من النحاس، كل منها أثقل من كيس طحين، ثم بردا العجلات داخل البرج نفسه حتى استقامت.",
        "ومن الآن سيرن جرس الساعة عندما يفتح السوق وعندما يغلق، ويبقى البرج صامتا في الليل. وسيملأ الحارس الساعة صباح كل اثنين، وهو يعلم الحرفة لابنة أخته التي تحب البرج أكثر من السوق منذ كانت صغيرة.",
    ),
    "hi": Story(
        "धुंधपुर बाज़ार की घड़ी नौ साल बाद फिर बजने लगी",
        "धुंधपुर बाज़ार की मीनार पर लगी घड़ी ने शनिवार की सुबह चार बजाए, नौ साल पहले उसकी सुइयाँ ग्यारह बजने में पाँच मिनट पर रुक गई थीं। घड़ी के रखवाले मोतीराम घसियारा अँधेरे में मीनार पर चढ़े, हर पहिया पोंछा और हाथ से लंगर चलाया।",
        "बाज़ार समिति का कहना है कि घड़ी की मरम्मत में सात महीने लगे, क्योंकि उस नाप के पहिये अब कोई नहीं बेचता। कस्बे के दो लोहारों ने पीतल के तीन नए पहिये ढाले, हर एक आटे की बोरी से भारी, और मीनार के भीतर ही उन्हें घिसकर बिठाया।",
        "अब घड़ी का घंटा बाज़ार खुलने और बंद होने पर बजेगा, और रात में मीनार चुप रहेगी। रखवाला हर सोमवार को घड़ी में चाबी भरेगा, और वह अपनी भानजी को यह काम सिखा रहा है, जिसे बाज़ार से ज़्यादा मीनार अच्छी लगती है।",
    ),
    "id": Story(
        "Jam pasar Lembah Kabut berdentang lagi setelah sembilan tahun",
        "Jam di atas pasar Lembah Kabut berdentang empat kali pada Sabtu pagi, sembilan tahun setelah jarumnya berhenti di pukul sebelas kurang lima. Penjaga jam, Sarkawi Jumbuh, naik ke menara dalam gelap, mengelap setiap roda, lalu menggerakkan bandul dengan tangan.",
        "Dewan pasar mengatakan perbaikan jam itu memakan waktu tujuh bulan, karena tidak ada lagi yang menjual roda sebesar itu. Dua pandai besi dari kota mengecor tiga roda kuningan baru, masing-masing lebih berat dari sekarung tepung, lalu mengikirnya di dalam menara.",
        "Mulai sekarang lonceng jam akan berbunyi ketika pasar dibuka dan ketika ditutup, dan menara akan diam pada malam hari. Penjaga akan memutar pegasnya setiap Senin, dan ia mengajari keponakannya, yang lebih suka menara daripada pasar sejak kecil.",
    ),
    "th": Story(
        "นาฬิกาหอตลาดบ้านหมอกกลับมาตีบอกเวลาอีกครั้งหลังเงียบไปเก้าปี",
        "นาฬิกาบนหอตลาดบ้านหมอกตีบอกเวลาสี่ครั้งเมื่อเช้ามืดวันเสาร์ หลังจากเข็มหยุดนิ่งอยู่ที่สิบเอ็ดโมงขาดห้านาทีมานานถึงเก้าปี ลุงคำแปงผู้ดูแลนาฬิกาปีนขึ้นหอในความมืด เช็ดเฟืองทุกตัว แล้วผลักลูกตุ้มให้แกว่งด้วยมือของตัวเอง",
        "คณะกรรมการตลาดเล่าว่าการซ่อมนาฬิกาใช้เวลาเจ็ดเดือน เพราะไม่มีใครขายเฟืองขนาดนั้นอีกแล้ว ช่างตีเหล็กสองคนในอำเภอจึงหล่อเฟืองทองเหลืองขึ้นใหม่สามตัว แต่ละตัวหนักกว่ากระสอบแป้ง แล้วตะไบให้เข้าที่อยู่ในหอนั้นเอง",
        "จากนี้ไประฆังนาฬิกาจะดังเมื่อตลาดเปิดและเมื่อตลาดปิด ส่วนกลางคืนหอจะเงียบเพื่อให้ชาวบ้านได้นอน ผู้ดูแลจะไขลานทุกเช้าวันจันทร์ และกำลังสอนวิชาให้หลานสาวซึ่งชอบหอนาฬิกามากกว่าตลาดมาตั้งแต่ยังเล็ก",
    ),
    "zh": Story(
        "雾谷集市的大钟停了九年后重新敲响",
        "雾谷集市钟楼上的大钟在星期六清晨敲了四下，九年前，它的指针停在十一点差五分。看钟人宋满仓摸黑爬上钟楼，把每一个齿轮擦干净，再用手把钟摆推动起来。集市上的人听见钟声，都停下手里的活抬头看。",
        "集市理事会说，大钟的修理花了七个月，因为如今已经没有人卖那么大的齿轮。镇上的两位铁匠用黄铜浇铸了三个新齿轮，每一个都比一袋面粉还重，然后就在钟楼里一点一点锉到合适。",
        "今后，集市开市和收市的时候大钟都会敲响，夜里钟楼保持安静。看钟人每个星期一早上给大钟上弦，他正在把手艺教给外甥女，那孩子从小就喜欢钟楼，胜过喜欢集市。",
    ),
    "ja": Story(
        "霧谷市場の大時計、九年ぶりに鐘を鳴らす",
        "霧谷市場の塔にある大時計が土曜日の明け方、四つの鐘を鳴らした。九年前、針は十一時五分前で止まったままだった。時計番の鴨志田宗兵衛さんは暗いうちに塔へ登り、歯車を一つずつ拭いて、振り子を手で動かした。",
        "市場の組合によると、大時計の修理には七か月かかった。その大きさの歯車を売る店がもうないからだ。町の鍛冶屋二人が真鍮の歯車を三つ鋳造し、粉袋より重いそれを塔の中でやすりにかけて合わせた。",
        "これからは市場が開くときと閉まるときに大時計の鐘が鳴り、夜の塔は静かにしておくという。時計番は毎週月曜日にぜんまいを巻き、市場よりも塔が好きだという姪に、この仕事を少しずつ教えている。",
    ),
    "ko": Story(
        "안개골 장터의 큰 시계, 아홉 해 만에 다시 종을 치다",
        "안개골 장터의 탑에 걸린 큰 시계가 토요일 새벽 네 번 종을 쳤다. 아홉 해 전 바늘이 열한 시 오 분 전에 멈춘 뒤로 처음이다. 시계지기 표만복 씨는 어둠 속에서 탑에 올라 톱니바퀴를 하나씩 닦고 손으로 추를 밀었다.",
        "장터 조합은 그만한 톱니바퀴를 파는 곳이 이제 없어 시계 수리에 일곱 달이 걸렸다고 말한다. 읍내 대장장이 두 사람이 놋쇠로 새 톱니바퀴 셋을 부었는데, 하나하나가 밀가루 자루보다 무거워 탑 안에서 줄로 갈아 맞추었다.",
        "이제 시계의 종은 장터가 열릴 때와 닫힐 때 울리고, 밤에는 탑이 조용히 쉰다. 시계지기는 월요일 아침마다 태엽을 감을 것이며, 장터보다 탑을 더 좋아하는 조카딸에게 벌써 이 일을 가르치고 있다.",
    ),
}
