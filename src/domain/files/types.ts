/**
 * Which types of file are taken. Inert ones are: what shows or plays, and containers that do nothing until somebody unpacks
 * them. A type that could run, that leads somewhere else when it is opened, or that a computer mounts as a disk is refused.
 *
 * Both tables name every type and extension that the library `file-type` can find, also those that are taken. A test fails
 * when a new version of it knows one that nobody has looked at.
 */
import type { FileRefusal } from './media.ts'

/** Refused for what it is, not for its size or its past. */
export type TypeRefusal = Extract<FileRefusal, 'active-content' | 'program' | 'macros' | 'shortcut' | 'disk-image'>
export type TypeVerdict = 'taken' | TypeRefusal

const words = (text: string): string[] => text.trim().split(/\s+/)

const table = (verdicts: Record<TypeVerdict, string>): ReadonlyMap<string, TypeVerdict> =>
  new Map(Object.entries(verdicts).flatMap(([verdict, text]) => words(text).map(w => [w, verdict as TypeVerdict])))

/** By media type, as it is found in the content. Office documents are taken unless their type says that they hold macros. */
export const mediaTypes = table({
  taken: `
    image/jpeg image/png image/apng image/gif image/webp image/flif image/x-xcf image/x-canon-cr2 image/x-canon-cr3 image/tiff
    image/bmp image/vnd.ms-photo image/vnd.adobe.photoshop image/bpg image/j2c image/jp2 image/jpx image/jpm image/mj2
    image/heif image/heif-sequence image/heic image/heic-sequence image/icns image/ktx image/x-icon image/avif image/jxl image/jls
    image/x-olympus-orf image/x-sony-arw image/x-adobe-dng image/x-nikon-nef image/x-panasonic-rw2 image/x-fujifilm-raf
    image/vnd.dwg application/dicom application/x-indesign
    audio/midi audio/wav audio/qcelp audio/x-ms-asf audio/mpeg audio/mp4 audio/ogg audio/flac audio/ape audio/wavpack audio/amr
    audio/aiff audio/x-caf audio/x-musepack audio/x-dsf audio/x-dff audio/x-voc audio/vnd.dolby.dd-raw audio/x-m4a audio/aac
    audio/x-it audio/x-s3m audio/x-xm application/ogg
    video/mp4 video/matroska video/webm video/quicktime video/vnd.avi video/x-ms-asf video/mpeg video/3gpp video/3gpp2 video/ogg
    video/x-flv video/mp2t video/x-m4v video/MP1S video/MP2P application/vnd.ms-asf application/mxf application/vnd.rn-realmedia
    application/pdf application/rtf application/epub+zip application/x-mobipocket-ebook application/xml
    application/vnd.openxmlformats-officedocument.wordprocessingml.document
    application/vnd.openxmlformats-officedocument.wordprocessingml.template
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
    application/vnd.openxmlformats-officedocument.spreadsheetml.template
    application/vnd.openxmlformats-officedocument.presentationml.presentation
    application/vnd.openxmlformats-officedocument.presentationml.template
    application/vnd.openxmlformats-officedocument.presentationml.slideshow
    application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.text-template
    application/vnd.oasis.opendocument.spreadsheet application/vnd.oasis.opendocument.spreadsheet-template
    application/vnd.oasis.opendocument.presentation application/vnd.oasis.opendocument.presentation-template
    application/vnd.oasis.opendocument.graphics application/vnd.oasis.opendocument.graphics-template
    application/vnd.apple.keynote application/vnd.apple.numbers application/vnd.apple.pages application/vnd.visio
    application/x-cfb application/vnd.ms-outlook text/calendar text/vcard text/vtt
    application/zip application/x-tar application/x-rar-compressed application/gzip application/x-bzip2 application/x-7z-compressed
    application/x-xz application/x-unix-archive application/x-compress application/lzip application/zstd application/x-lz4
    application/x-lzh-compressed application/x-arj application/x-cpio application/x-ace-compressed application/pgp-encrypted
    font/woff font/woff2 font/ttf font/otf font/collection application/vnd.ms-fontobject application/vnd.iccprofile
    model/gltf-binary model/stl model/3mf application/vnd.sketchup.skp application/x-ft-fbx application/x-ft-draco
    application/x-blender application/x-esri-shape application/x-mie application/x-spss-sav application/x-jmp-data
    application/x-sqlite3 application/avro application/vnd.apache.arrow.file application/vnd.apache.parquet
    application/vnd.tcpdump.pcap`,
  program: `
    application/x-elf application/x-mach-binary application/x-msdownload application/x-shockwave-flash application/wasm
    application/java-vm application/java-archive application/vnd.android.package-archive application/x-nintendo-nes-rom
    application/x-google-chrome-extension application/x-xpinstall application/vnd.ms-cab-compressed application/x-deb
    application/x-rpm application/x-asar application/x-ms-regedit application/x-ft-windows-registry-hive`,
  'active-content': 'application/vnd.ms-htmlhelp application/postscript application/eps',
  macros: `
    application/vnd.ms-word.document.macroenabled.12 application/vnd.ms-word.template.macroenabled.12
    application/vnd.ms-excel.sheet.macroenabled.12 application/vnd.ms-excel.template.macroenabled.12
    application/vnd.ms-powerpoint.presentation.macroenabled.12 application/vnd.ms-powerpoint.template.macroenabled.12
    application/vnd.ms-powerpoint.slideshow.macroenabled.12`,
  shortcut: 'application/x-ms-shortcut application/x-ft-apple.alias',
  'disk-image': 'application/x-apple-diskimage application/x-iso9660-image',
})

/**
 * By the ending of the name, because some things cannot be told from their content: one script looks like any other text.
 * An ending that is not here is taken, and the content decides.
 */
export const extensions = table({
  taken: `
    jpg png apng gif webp flif xcf cr2 cr3 orf arw dng nef rw2 raf tif bmp icns jxr psd indd ico cur bpg j2c jp2 jpm jpx mj2 heic
    avif jxl jls ktx dcm dwg mp4 mid mkv webm mov avi mpg mp2 mp3 m4a oga ogg ogv opus flac wav spx amr flv mxf mts 3gp 3g2 aif
    caf qcp ape wv dsf dff voc ac3 m4v m4p m4b f4v f4p f4b f4a asf ogm ogx mpc aac mp1 it s3m xm rm pdf epub rtf mobi docx pptx
    xlsx potx xltx dotx ppsx odt ods odp odg ott ots otp otg key numbers pages vsdx cfb pst xml ics vcf vtt zip tar tar.gz rar gz
    bz2 7z xz ar Z lz lzh zst arj cpio ace lz4 pgp woff woff2 eot ttf otf ttc icc glb stl 3mf skp fbx drc blend shp mie sav jmp
    sqlite avro arrow parquet pcap dat`,
  program: `
    exe com scr pif dll ocx cpl sys drv xll msi msp mst msu msix msixbundle appx appxbundle appinstaller application appref-ms
    application-ref gadget job elf macho app pkg mpkg prefpane osax kext workflow action deb rpm snap flatpak flatpakref appimage
    run crx xpi vsix jar war ear class dex apk aab ipa xap air jnlp swf wasm nes cab asar diagcab diagpkg diagcfg xbap reg inf
    ins isp msc shs shb mobileconfig provxml`,
  'active-content': `
    bat cmd ps1 psm1 psd1 ps1xml ps2 psc1 psc2 cdxml pssc psrc msh msh1 msh2 mshxml vb vbs vbe js mjs cjs jse ws wsf wsh wsc sct
    hta sh bash zsh ksh csh fish command tool terminal term scpt scptd applescript py pyw pyc pyo pyz pyzw pl rb php php3 php4
    php5 php7 php8 phar phtml asp aspx ashx asmx jsp jspx cgi
    html htm xhtml xht shtml mhtml mht svg svgz xsl xslt htc hlp chm ps eps one onepkg onetoc onetoc2 iqy dqy oqy rqy slk osd plg
    theme themepack deskthemepack`,
  macros: `
    docm dotm docb xlsm xltm xlsb xlam xla xlm pptm potm ppsm ppam ppa sldm vsdm vstm vssm accde ade adp mde mda`,
  shortcut: `
    lnk url website webloc inetloc fileloc desktop directory alias symlink scf library-ms search-ms searchconnector-ms
    settingcontent-ms xnk rdp ica mapimail`,
  'disk-image': 'iso img udf vhd vhdx avhd avhdx vmdk vdi qcow2 wim esd dmg sparseimage sparsebundle toast cdr',
})

/** Characters that change how a name looks and not what it is: direction, joiners, controls. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/**
 * The names that a computer may make of one name. Windows drops dots and spaces at the end, and takes what stands after a colon
 * for another stream of the same file; a dot of another width still looks like one.
 */
export const namesIn = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(unseen, '')
    .split(/[:/\\]/)
    .map(part => part.replace(/[.\s]+$/, '').trim())
    .filter(Boolean)

/** What a name alone gives away, so that nobody sends five gigabytes to be told; null where the content decides. */
export function refusalOfName(name: string): TypeRefusal | null {
  for (const one of namesIn(name)) {
    const [, ending = ''] = /\.([^.\s]+)$/.exec(one) ?? []
    const verdict = extensions.get(ending.toLowerCase())
    if (verdict && verdict !== 'taken') return verdict
  }
  return null
}

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
const misleading = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/**
 * The name under which a file is handed over. Marks that turn the reading direction go, since they make an ending look like
 * another; so does what Windows cannot keep: a colon, dots and spaces at the end, a name that stands for a device.
 */
export function nameToSave(name: string): string {
  const plain = name
    .replace(misleading, '')
    .replaceAll(':', '_')
    .replace(/[.\s]+$/, '')
  return plain.replace(reserved, '_$1') || 'file'
}
